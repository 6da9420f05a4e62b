package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** Changes channels, and keeps the indexes of users and app instances consistent. Does not check roles or quotas. */
public final class Channels {
    private Channels() {}

    /** Returns the linked channels that the user still belongs to; see {@link DeletedChannels}. */
    public static Iterator<ChannelState> memberOf(State state, AppInstanceUser user, TreePSet<ChannelArn> links) {
        return memberOf(state, user, links, channel -> true);
    }

    /** Returns the linked channels that the user still belongs to and that satisfy the condition. */
    public static Iterator<ChannelState> memberOf(
            State state, AppInstanceUser user, TreePSet<ChannelArn> links, Predicate<ChannelState> condition) {
        return links.stream()
                .flatMap(arn -> state.channel(arn).stream())
                .filter(channel -> channel.hasMember(user.arn()))
                .filter(condition)
                .iterator();
    }

    /** Returns the linked channels that the user still moderates. */
    public static Iterator<ChannelState> moderatorOf(State state, AppInstanceUser user, TreePSet<ChannelArn> links) {
        return links.stream()
                .flatMap(arn -> state.channel(arn).stream())
                .filter(channel -> channel.hasModerator(user.arn()))
                .iterator();
    }

    /** Returns the channel for an operation without a bearer; 403 if it does not exist. */
    public static ChannelState require(State state, Arn arn) {
        return state.channel(arn).orElseThrow(() -> unknown(state, arn, ChimeError.FORBIDDEN));
    }

    public static ServiceErrorException unknown(State state, Arn arn, ChimeError error) {
        return ServiceError.of(
                        Layer.STATE,
                        error,
                        "There is no channel " + arn + ". Make sure that it was created, and was not deleted and"
                                + " has not expired. "
                                + StateExcerpts.channels(state, arn),
                        Provenance.ASSUMED)
                .asException();
    }

    public static State create(State state, ChannelState channel) {
        return state.with(channel).with(state.messagingOf(channel.appInstance()).with(channel));
    }

    /** Deletes a channel with its members and messages. */
    public static State delete(State state, ChannelState channel) {
        State rest = Expirations.clear(ChannelFlows.disassociate(state, channel), channel)
                .withoutChannel(channel.arn())
                .with(state.messagingOf(channel.appInstance()).without(channel))
                .withTags(channel.arn(), TreePMap.empty());
        return DeletedChannels.add(rest, channel);
    }

    /** Adds a member, or replaces its membership; in the sub-channel if there is an id. */
    public static State addMember(
            State state, ChannelArn channelArn, Membership membership, Optional<String> subChannelId) {
        State joined = state.with(state.channel(channelArn).orElseThrow().plus(membership, subChannelId));
        ChannelLinks links = state.links(membership.member());
        return joined.with(
                membership.member(), links.withMemberOf(links.memberOf().plus(channelArn)));
    }

    /** Removes a member, if it is one, also from all sub-channels. Balancing these is {@link Postponed}. */
    public static State removeMember(State state, ChannelArn channelArn, MemberArn member) {
        ChannelState channel = state.channel(channelArn).orElseThrow();
        Optional<Membership> membership = channel.members().find(member);
        if (membership.isEmpty()) {
            return state;
        }
        State left = unlinkMember(state.with(channel.without(membership.get())), channelArn, member);
        return channel.isElastic() ? ElasticChannels.postponeMerging(left, channelArn) : left;
    }

    public static State addModerator(State state, ChannelArn channelArn, Appointment moderator) {
        ChannelState channel = state.channel(channelArn).orElseThrow();
        State appointed = state.with(channel.withModerators(channel.moderators().plus(moderator.subject(), moderator)));
        ChannelLinks links = state.links(moderator.subject());
        return appointed.with(
                moderator.subject(), links.withModeratorOf(links.moderatorOf().plus(channelArn)));
    }

    public static State removeModerator(State state, ChannelArn channelArn, MemberArn moderator) {
        ChannelState channel = state.channel(channelArn).orElseThrow();
        return unlinkModerator(
                state.with(channel.withModerators(channel.moderators().minus(moderator))), channelArn, moderator);
    }

    public static State addBan(State state, ChannelArn channelArn, Appointment ban) {
        ChannelState channel = state.channel(channelArn).orElseThrow();
        State banned = state.with(channel.withBans(channel.bans().plus(ban.subject(), ban)));
        ChannelLinks links = state.links(ban.subject());
        return banned.with(
                ban.subject(), links.withBannedFrom(links.bannedFrom().plus(channelArn)));
    }

    public static State removeBan(State state, ChannelArn channelArn, MemberArn user) {
        ChannelState channel = state.channel(channelArn).orElseThrow();
        return unlinkBan(state.with(channel.withBans(channel.bans().minus(user))), channelArn, user);
    }

    static State unlinkBan(State state, ChannelArn channelArn, MemberArn user) {
        ChannelLinks links = state.links(user);
        return state.with(user, links.withBannedFrom(links.bannedFrom().minus(channelArn)));
    }

    static State unlinkMember(State state, ChannelArn channelArn, MemberArn member) {
        ChannelLinks links = state.links(member);
        return state.with(member, links.withMemberOf(links.memberOf().minus(channelArn)));
    }

    static State unlinkModerator(State state, ChannelArn channelArn, MemberArn moderator) {
        ChannelLinks links = state.links(moderator);
        return state.with(moderator, links.withModeratorOf(links.moderatorOf().minus(channelArn)));
    }
}
