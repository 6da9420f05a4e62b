package io.github.chimefake.messaging;

import io.github.chimefake.call.Arn;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** Changes to channels that keep the indexes of users and app instances in step. Checks nothing. */
final class Channels {
    private Channels() {}

    static String arn(String appInstance, String id) {
        return Arn.parse(appInstance).child("channel", id).toString();
    }

    /** The channels among those linked that the user still belongs to; see {@link AbandonedChannels}. */
    static Iterator<ChannelState> memberOf(State state, AppInstanceUser user, TreePSet<String> links) {
        return memberOf(state, user, links, channel -> true);
    }

    /** The same, with a condition. */
    static Iterator<ChannelState> memberOf(
            State state, AppInstanceUser user, TreePSet<String> links, Predicate<ChannelState> condition) {
        return links.stream()
                .flatMap(arn -> state.channel(arn).stream())
                .filter(channel -> channel.hasMember(user.arn()))
                .filter(condition)
                .iterator();
    }

    /** The channels among those linked that the user still moderates. */
    static Iterator<ChannelState> moderatorOf(State state, AppInstanceUser user, TreePSet<String> links) {
        return links.stream()
                .flatMap(arn -> state.channel(arn).stream())
                .filter(channel -> channel.hasModerator(user.arn()))
                .iterator();
    }

    static State create(State state, ChannelState channel) {
        return state.with(channel).with(state.owner(channel.appInstance()).with(channel));
    }

    /** Makes a channel and all that belongs to it inaccessible. */
    static State delete(State state, ChannelState channel) {
        State rest = state.withoutChannel(channel.arn())
                .with(state.owner(channel.appInstance()).without(channel))
                .withTags(channel.arn(), TreePMap.empty());
        return AbandonedChannels.add(rest, channel);
    }

    /** Adds a member, or puts the membership in the place of the former one. */
    static State addMember(State state, String channelArn, Membership membership) {
        ChannelState channel = state.channel(channelArn).orElseThrow();
        State joined = state.with(channel.with(channel.members().plus(membership)));
        return state.user(membership.member())
                .map(user -> joined.with(user.withMemberOf(user.memberOf().plus(channelArn))))
                .orElse(joined);
    }

    static State removeMember(State state, String channelArn, String member) {
        ChannelState channel = state.channel(channelArn).orElseThrow();
        return unlinkMember(state.with(channel.with(channel.members().minus(member))), channelArn, member);
    }

    static State addModerator(State state, String channelArn, Appointment moderator) {
        ChannelState channel = state.channel(channelArn).orElseThrow();
        State appointed = state.with(channel.withModerators(channel.moderators().plus(moderator.subject(), moderator)));
        return state.user(moderator.subject())
                .map(user ->
                        appointed.with(user.withModeratorOf(user.moderatorOf().plus(channelArn))))
                .orElse(appointed);
    }

    static State removeModerator(State state, String channelArn, String moderator) {
        ChannelState channel = state.channel(channelArn).orElseThrow();
        return unlinkModerator(
                state.with(channel.withModerators(channel.moderators().minus(moderator))), channelArn, moderator);
    }

    static State unlinkMember(State state, String channelArn, String member) {
        Optional<AppInstanceUser> user = state.user(member);
        return user.map(known -> state.with(known.withMemberOf(known.memberOf().minus(channelArn))))
                .orElse(state);
    }

    static State unlinkModerator(State state, String channelArn, String moderator) {
        Optional<AppInstanceUser> user = state.user(moderator);
        return user.map(known ->
                        state.with(known.withModeratorOf(known.moderatorOf().minus(channelArn))))
                .orElse(state);
    }
}
