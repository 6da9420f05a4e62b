package io.github.chimefake.messaging;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.call.RefusedException;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;

/**
 * What it takes to become a member, beside the role of whoever adds the member. Observed: 403 for a user that does not exist.
 * Documented: 409 for one who is a member already. Observed: the creator, a member from the start, can be added again without
 * effect. Documented: one who is banned cannot be added.
 */
final class Joining {
    private Joining() {}

    /**
     * The state with the new member.
     *
     * @param access whoever adds the member, at the channel
     * @throws RefusedException if this user cannot become a member
     */
    static State join(
            State state, ChannelAccess access, Invocation<?> invocation, String memberArn, ChannelMembershipType type) {
        AppInstanceUser member = Users.require(state, access.channel().appInstance(), memberArn);
        ChannelState channel = state.channel(access.channel().arn()).orElseThrow();
        Optional<Membership> former = channel.members().find(member.arn());
        if (channel.hasBanned(member.arn())) {
            throw access.forbidden(
                    member.arn() + " is banned from " + channel.arn() + ". Lift the ban with DeleteChannelBan first.",
                    Provenance.DOCUMENTED);
        }
        if (former.isEmpty()) {
            requireQuotas(invocation, channel, member);
            Optional<String> invitedBy = Optional.of(access.bearer().arn());
            return Channels.addMember(
                    state, channel.arn(), Membership.of(member.arn(), type, invitedBy, invocation.now()));
        }
        boolean creatorAgain = channel.origin().createdBy().equals(Optional.of(member.arn()))
                && former.get().type() == type;
        if (creatorAgain) {
            return state;
        }
        throw new Refusal(
                        ChimeError.CONFLICT,
                        "The user is already a member of the channel.",
                        member.arn() + " is a member of " + channel.arn() + " already, as "
                                + former.get().type() + ". Do not add it again; to change its type, delete the"
                                + " membership first.",
                        Provenance.DOCUMENTED)
                .asException();
    }

    /** Checks that the channel may have one more member, and the user one more membership. */
    static void requireQuotas(Invocation<?> invocation, ChannelState channel, AppInstanceUser member) {
        Quotas quotas = invocation.settings().quotas();
        quotas.require(Quota.MEMBERSHIPS_PER_CHANNEL, channel.members().size() + 1, channel.arn());
        quotas.require(
                Quota.MEMBERSHIPS_PER_APP_INSTANCE_USER, member.memberOf().size() + 1, member.arn());
    }
}
