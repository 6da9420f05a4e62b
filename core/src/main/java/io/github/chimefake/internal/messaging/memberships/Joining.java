package io.github.chimefake.internal.messaging.memberships;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.ResourceQuotas;
import io.github.chimefake.internal.constraints.ChannelConstraints;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.events.MemberAdded;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.SubChannels;
import io.github.chimefake.internal.messaging.rules.Users;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Channels;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import io.github.chimefake.quotas.Quota;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;

/**
 * Adds members. The role of the bearer is checked elsewhere. Observed: 403 for a user that does not exist. Documented:
 * 409 for a user that is a member already. Observed: the creator, who is a member from the start, can be added again
 * without effect. Documented: a banned user cannot be added. For elastic channels, see {@link ElasticJoining}.
 */
public final class Joining {
    private Joining() {}

    /**
     * A new member.
     *
     * @param state the state with the member
     * @param member the user
     * @param subChannel the sub-channel in an elastic channel; otherwise empty
     * @param isNew whether the user was not a member of it before
     */
    record Joined(State state, AppInstanceUser member, Optional<String> subChannel, boolean isNew) {
        Joined(State state, AppInstanceUser member, Optional<String> subChannel) {
            this(state, member, subChannel, true);
        }

        /** Returns the event; none if the user was a member before. */
        List<Outcome.Event> events(ChannelArn channel) {
            return isNew ? List.of(new MemberAdded(channel, subChannel, member.arn())) : List.of();
        }
    }

    /**
     * Adds a member.
     *
     * @param access the bearer and the channel
     * @param subChannelId the sub-channel in the request
     * @throws ServiceErrorException if the user cannot become a member
     */
    static Joined join(
            State state,
            ChannelAccess access,
            HandlerContext<?> context,
            Arn named,
            ChannelMembershipType type,
            @Nullable String subChannelId) {
        AppInstanceUser member = Users.require(state, access.channel().appInstance(), named);
        ChannelState channel = state.channel(access.channel().arn()).orElseThrow();
        if (channel.hasBanned(member.arn())) {
            throw ChannelConstraints.NOT_BANNED.broken(member.arn() + " is banned from " + channel.arn()
                    + ". Remove the ban with DeleteChannelBan first.");
        }
        Optional<MemberArn> invitedBy = Optional.of(access.bearer().arn());
        Membership membership = Membership.of(member.arn(), type, invitedBy, context.now());
        if (channel.isElastic()) {
            return ElasticJoining.join(state, access, context, member, membership, subChannelId);
        }
        SubChannels.requireAbsent(channel, subChannelId);
        Optional<Membership> previous = channel.members().find(member.arn());
        if (previous.isEmpty()) {
            requireQuotas(state, context, channel, member);
            return new Joined(
                    Channels.addMember(state, channel.arn(), membership, Optional.empty()), member, Optional.empty());
        }
        boolean creatorAgain = channel.origin().createdBy().equals(Optional.of(member.arn()))
                && previous.get().type() == type;
        if (creatorAgain) {
            return new Joined(state, member, Optional.empty(), false);
        }
        throw alreadyMember(channel, previous.get());
    }

    static ServiceErrorException alreadyMember(ChannelState channel, Membership previous) {
        return new ServiceError(
                        Layer.STATE,
                        ChimeError.CONFLICT,
                        "The user is already a member of the channel.",
                        previous.member() + " is a member of " + channel.arn() + " already, as " + previous.type()
                                + ". Do not add it again; to change its type, delete the membership first.",
                        Provenance.DOCUMENTED)
                .asException();
    }

    /** Checks the quotas for another member of the channel, and for another membership of the user. */
    public static void requireQuotas(
            State state, HandlerContext<?> context, ChannelState channel, AppInstanceUser member) {
        ResourceQuotas quotas = state.quotas();
        quotas.require(Quota.MEMBERSHIPS_PER_CHANNEL, channel.members().size() + 1, channel.arn());
        quotas.require(
                Quota.MEMBERSHIPS_PER_APP_INSTANCE_USER,
                state.links(member.arn()).memberOf().size() + 1,
                member.arn());
    }
}
