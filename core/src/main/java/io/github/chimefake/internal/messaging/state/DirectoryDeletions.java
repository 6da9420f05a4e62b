package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.ChannelFlowArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.directory.Directory;

/**
 * Removes from messaging what belonged to users, bots and app instances that were deleted. Documented: bans vanish with
 * the user, and all data with the app instance. Assumed: memberships and moderatorships vanish with the user, its messages and the
 * channels that it created stay; all of it at once, though the real service takes its time over an app instance. What this
 * costs grows with what is deleted, and with nothing else.
 */
final class DirectoryDeletions {
    private DirectoryDeletions() {}

    /** Returns the state without any trace of what the directory no longer has. */
    static State removeDeleted(State state) {
        Directory directory = state.directory();
        if (directory.deleted().isEmpty()) {
            return state;
        }
        State settled = state.withDirectoryOnly(directory.withoutDeleted());
        for (Arn arn : directory.deleted()) {
            if (arn instanceof AppInstanceArn appInstance) {
                settled = withoutAppInstance(settled, appInstance);
            } else if (arn instanceof MemberArn user) {
                settled = withoutUser(settled, user);
            }
        }
        return settled;
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

    private static State withoutAppInstance(State state, AppInstanceArn arn) {
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
