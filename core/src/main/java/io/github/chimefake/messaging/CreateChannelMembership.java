package io.github.chimefake.messaging;

import static io.github.chimefake.call.Operation.CREATE_CHANNEL_MEMBERSHIP;

import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipResponse;

/**
 * Adds a user or bot to a channel. Documented: admins and moderators may; members may in UNRESTRICTED channels; anyone may
 * add itself to a PUBLIC one; 409 for one who is a member already. Observed: the creator, a member from the start, can be
 * added again without effect.
 */
final class CreateChannelMembership extends Command<CreateChannelMembershipRequest> {
    CreateChannelMembership() {
        super(CREATE_CHANNEL_MEMBERSHIP, CreateChannelMembershipRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<CreateChannelMembershipRequest> invocation) {
        CreateChannelMembershipRequest request = invocation.request();
        ChannelAccess access = ChannelAccess.permit(state, invocation, request.channelArn(), request.memberArn());
        AppInstanceUser member = Users.require(state, access.channel().appInstance(), request.memberArn());
        Membership membership = new Membership(
                member.arn(), request.type(), Optional.of(access.bearer().arn()), invocation.now());
        return new Outcome(
                Joining.join(access, membership),
                CreateChannelMembershipResponse.builder()
                        .channelArn(access.channel().arn())
                        .member(Views.identity(state, member.arn()))
                        .build());
    }
}
