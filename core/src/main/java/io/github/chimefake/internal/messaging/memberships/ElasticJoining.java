package io.github.chimefake.internal.messaging.memberships;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.memberships.Joining.Joined;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.SubChannels;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Channels;
import io.github.chimefake.internal.messaging.state.ElasticChannels;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.SubChannel;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.quotas.Quota;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to become a member of an elastic channel. Documented: HIDDEN members are not supported; a regular
 * member is put into a sub-channel of the service's choice, a moderator into those that the caller names. Assumed: what
 * is wrong with the sub-channel id or the type is a 400.
 */
final class ElasticJoining {
    private ElasticJoining() {}

    /**
     * Makes a user a member.
     *
     * @throws ServiceErrorException 400 if the channel is full, the type HIDDEN, or a sub-channel id missing or one too
     *     many; 404 for
     *     an unknown sub-channel; 409 for who is in it already
     */
    static Joined join(
            State state,
            ChannelAccess access,
            HandlerContext<?> context,
            AppInstanceUser member,
            Membership membership,
            @Nullable String subChannelId) {
        ChannelState channel = state.channel(access.channel().arn()).orElseThrow();
        if (membership.isHidden()) {
            throw SubChannels.badRequest(
                    channel.arn() + " is elastic and supports no HIDDEN members. Use DEFAULT.", Provenance.DOCUMENTED);
        }
        Optional<Membership> former = channel.members().find(member.arn());
        if (former.isEmpty()) {
            state.quotas()
                    .require(
                            Quota.MEMBERSHIPS_PER_APP_INSTANCE_USER,
                            state.links(member.arn()).memberOf().size() + 1,
                            member.arn());
        }
        return channel.hasModerator(member.arn())
                ? joinAsModerator(state, access, member, former.orElse(membership), subChannelId)
                : joinAsRegular(state, channel, context, membership, subChannelId, member);
    }

    private static Joined joinAsModerator(
            State state,
            ChannelAccess access,
            AppInstanceUser member,
            Membership membership,
            @Nullable String subChannelId) {
        ChannelState channel = state.channel(access.channel().arn()).orElseThrow();
        SubChannel subChannel = SubChannels.find(access, SubChannels.require(channel, subChannelId));
        if (subChannel.members().contains(member.arn())) {
            throw Joining.alreadyMember(channel, membership);
        }
        Optional<String> id = Optional.of(subChannel.id());
        return new Joined(Channels.addMember(state, channel.arn(), membership, id), member, id);
    }

    private static Joined joinAsRegular(
            State state,
            ChannelState channel,
            HandlerContext<?> context,
            Membership membership,
            @Nullable String subChannelId,
            AppInstanceUser member) {
        if (subChannelId != null) {
            throw SubChannels.badRequest(
                    member.arn() + " is no moderator of " + channel.arn()
                            + ", so the service chooses its sub-channel. Leave SubChannelId out.",
                    Provenance.DOCUMENTED);
        }
        if (channel.hasMember(member.arn())) {
            throw Joining.alreadyMember(channel, membership);
        }
        Optional<SubChannel> vacantSubChannel = ElasticChannels.vacantSubChannel(channel);
        if (vacantSubChannel.isPresent()) {
            Optional<String> id = vacantSubChannel.map(SubChannel::id);
            return new Joined(Channels.addMember(state, channel.arn(), membership, id), member, id);
        }
        ElasticChannels.requireBelowMaximum(channel);
        State next = state.advanced();
        String id = context.identifiers().uuid(next.sequence());
        State grown = next.with(ElasticChannels.addSubChannel(channel, id));
        return new Joined(
                Channels.addMember(grown, channel.arn(), membership, Optional.of(id)), member, Optional.of(id));
    }
}
