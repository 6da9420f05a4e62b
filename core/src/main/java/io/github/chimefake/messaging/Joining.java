package io.github.chimefake.messaging;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.call.RefusedException;
import java.time.Instant;
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
    static State join(State state, ChannelAccess access, String memberArn, ChannelMembershipType type, Instant now) {
        AppInstanceUser member = Users.require(state, access.channel().appInstance(), memberArn);
        ChannelState channel = state.channel(access.channel().arn()).orElseThrow();
        Optional<Membership> former = channel.members().find(member.arn());
        if (channel.hasBanned(member.arn())) {
            throw access.forbidden(
                    member.arn() + " is banned from " + channel.arn() + ". Lift the ban with DeleteChannelBan first.",
                    Provenance.DOCUMENTED);
        }
        if (former.isEmpty()) {
            Optional<String> invitedBy = Optional.of(access.bearer().arn());
            return Channels.addMember(state, channel.arn(), Membership.of(member.arn(), type, invitedBy, now));
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
}
