package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.ChannelFlowArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.directory.Directory;

/**
 * Removes the data of deleted users, bots and app instances from messaging. Documented: bans are deleted with the user,
 * and all data with the app instance, in the background. Assumed: memberships and moderatorships are deleted with the
 * user, its messages and the channels that it created remain. The time depends only on the amount of deleted data.
 */
final class DirectoryDeletions {
    private DirectoryDeletions() {}

    /**
     * Returns the state without the data of deleted users and bots. Deleting that of app instances is postponed; see
     * {@link Postponed}.
     */
    static State removeDeleted(State state) {
        Directory directory = state.directory();
        if (directory.deleted().isEmpty()) {
            return state;
        }
        State after = state.withDirectoryOnly(directory.withoutDeleted());
        for (Arn arn : directory.deleted()) {
            if (arn instanceof AppInstanceArn appInstance) {
                after = Postponed.add(after, appInstance);
            } else if (arn instanceof MemberArn user) {
                after = withoutUser(after, user);
            }
        }
        return after;
    }

    private static State withoutUser(State state, MemberArn arn) {
        ChannelLinks links = state.links(arn);
        State rest = state;
        for (ChannelArn channel : links.memberOf()) {
            rest = rest.channel(channel).isPresent() ? Channels.removeMember(rest, channel, arn) : rest;
        }
        for (ChannelArn channel : links.moderatorOf()) {
            rest = rest.channel(channel).isPresent() ? Channels.removeModerator(rest, channel, arn) : rest;
        }
        for (ChannelArn channel : links.bannedFrom()) {
            rest = rest.channel(channel).isPresent() ? Channels.removeBan(rest, channel, arn) : rest;
        }
        return rest.with(arn, ChannelLinks.NONE);
    }

    /** Returns the state without the channels, flows, streaming configurations and links of an app instance. */
    static State withoutDataOf(State state, AppInstanceArn arn) {
        State rest = state;
        for (ChannelArn channelArn : state.messagingOf(arn).channels().all()) {
            ChannelState channel = state.channel(channelArn).orElseThrow();
            rest = Expirations.clear(rest, channel).withoutChannel(channelArn);
        }
        for (ChannelFlowArn flowArn : ChannelFlows.of(state, arn).keySet()) {
            rest = rest.withoutFlow(flowArn);
        }
        return rest.withoutMessagingOf(arn);
    }
}
