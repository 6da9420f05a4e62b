package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * Removes the links of users to deleted channels. Deleting a channel must not take longer if it has many members, so
 * each later write removes some of the links. Until then, code that follows a link must check that the channel still
 * has the member, moderator or ban.
 */
public final class DeletedChannels {
    private static final int LINKS_PER_WRITE = 100;

    private DeletedChannels() {}

    static State add(State state, ChannelState channel) {
        State next = state.advanced();
        return next.withDeletedChannels(
                next.pendingDeletions().deletedChannels().plus(next.sequence(), channel.withoutMessages()));
    }

    /** Removes some links of the channel that was deleted first. */
    public static State clean(State state) {
        if (state.pendingDeletions().deletedChannels().isEmpty()) {
            return state;
        }
        Map.Entry<Long, ChannelState> oldest =
                state.pendingDeletions().deletedChannels().firstEntry();
        ChannelState channel = oldest.getValue();
        State cleaned = state;
        for (int links = 0; links < LINKS_PER_WRITE; links++) {
            Members members = channel.members();
            TreePMap<MemberArn, Appointment> moderators = channel.moderators();
            if (!members.isEmpty()) {
                MemberArn member = members.first();
                cleaned = unlinkMember(cleaned, channel.arn(), member);
                channel = channel.with(members.minus(member));
            } else if (!moderators.isEmpty()) {
                cleaned = unlinkModerator(cleaned, channel.arn(), moderators.firstKey());
                channel = channel.withModerators(moderators.minusFirstEntry());
            } else if (!channel.bans().isEmpty()) {
                cleaned = unlinkBan(cleaned, channel.arn(), channel.bans().firstKey());
                channel = channel.withBans(channel.bans().minusFirstEntry());
            } else {
                return cleaned.withDeletedChannels(
                        cleaned.pendingDeletions().deletedChannels().minusFirstEntry());
            }
        }
        return cleaned.withDeletedChannels(
                cleaned.pendingDeletions().deletedChannels().plus(oldest.getKey(), channel));
    }

    /** Removes the link, unless a new channel with the same ARN has the same member. */
    private static State unlinkMember(State state, ChannelArn channelArn, MemberArn user) {
        Optional<ChannelState> successor = state.channel(channelArn).filter(channel -> channel.hasMember(user));
        return successor.isPresent() ? state : Channels.unlinkMember(state, channelArn, user);
    }

    private static State unlinkBan(State state, ChannelArn channelArn, MemberArn user) {
        Optional<ChannelState> successor = state.channel(channelArn).filter(channel -> channel.hasBanned(user));
        return successor.isPresent() ? state : Channels.unlinkBan(state, channelArn, user);
    }

    private static State unlinkModerator(State state, ChannelArn channelArn, MemberArn user) {
        Optional<ChannelState> successor = state.channel(channelArn).filter(channel -> channel.hasModerator(user));
        return successor.isPresent() ? state : Channels.unlinkModerator(state, channelArn, user);
    }
}
