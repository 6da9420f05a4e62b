package io.github.chimefake.messaging;

import static io.github.chimefake.call.Operation.DELETE_CHANNEL_MEMBERSHIP;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipResponse;

/**
 * Removes a member, or leaves. Documented: admins and moderators remove others, members leave. Assumed: members remove others
 * in UNRESTRICTED channels; 409 for one who is no member, as the model has no 404 here.
 */
final class DeleteChannelMembership extends Command<DeleteChannelMembershipRequest> {
    DeleteChannelMembership() {
        super(DELETE_CHANNEL_MEMBERSHIP, DeleteChannelMembershipRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<DeleteChannelMembershipRequest> invocation) {
        DeleteChannelMembershipRequest request = invocation.request();
        ChannelAccess access = ChannelAccess.permit(state, invocation, request.channelArn(), request.memberArn());
        AppInstanceUser member = Users.require(state, access.channel().appInstance(), request.memberArn());
        if (!access.channel().hasMember(member.arn())) {
            throw new Refusal(
                            ChimeError.CONFLICT,
                            "The user is not a member of the channel.",
                            member.arn() + " is no member of "
                                    + access.channel().arn()
                                    + ". Was it removed before? A clean-up may ignore this error.",
                            Provenance.ASSUMED)
                    .asException();
        }
        return new Outcome(
                Channels.removeMember(state, access.channel().arn(), member.arn()),
                DeleteChannelMembershipResponse.builder().build());
    }
}
