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
 * Adds members to elastic channels. Documented: HIDDEN members are not supported; the service chooses the sub-channel
 * of a regular member, the request that of a moderator. Assumed: 400 for an invalid sub-channel id or type.
 */
final class ElasticJoining {
    private ElasticJoining() {}

    /**
     * Adds a member.
     *
     * @throws ServiceErrorException 400 if the channel is full, the type HIDDEN, or a sub-channel id missing or
     *     unexpected; 404 for an unknown sub-channel; 409 for a user that is in it already
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
        Optional<Membership> previous = channel.members().find(member.arn());
        if (previous.isEmpty()) {
            state.quotas()
                    .require(
                            Quota.MEMBERSHIPS_PER_APP_INSTANCE_USER,
                            state.links(member.arn()).memberOf().size() + 1,
                            member.arn());
        }
        return channel.hasModerator(member.arn())
                ? joinAsModerator(state, access, member, previous.orElse(membership), subChannelId)
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
                    member.arn() + " is not a moderator of " + channel.arn()
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
