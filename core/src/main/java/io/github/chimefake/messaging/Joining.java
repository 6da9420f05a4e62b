package io.github.chimefake.messaging;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.call.RefusedException;
import java.util.Optional;

/** What it takes to become a member, beside the role of whoever adds the member. */
final class Joining {
    private Joining() {}

    /**
     * The state with the new member.
     *
     * @throws RefusedException 409 for one who is a member already, unless it is the channel's creator
     */
    static State join(ChannelAccess access, Membership membership) {
        ChannelState channel = access.channel();
        Optional<Membership> former = channel.members().find(membership.member());
        if (former.isEmpty()) {
            return Channels.addMember(access.state(), channel.arn(), membership);
        }
        boolean creatorAgain = channel.origin().createdBy().equals(Optional.of(membership.member()))
                && former.get().type() == membership.type();
        if (creatorAgain) {
            return access.state();
        }
        throw new Refusal(
                        ChimeError.CONFLICT,
                        "The user is already a member of the channel.",
                        membership.member() + " is a member of " + channel.arn() + " already, as "
                                + former.get().type() + ". Delete the membership first, or do not add it again.",
                        Provenance.DOCUMENTED)
                .asException();
    }
}
