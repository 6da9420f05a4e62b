package io.github.chimefake.messaging;

import static io.github.chimefake.call.Operation.CREATE_CHANNEL_MEMBERSHIP;

import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipResponse;

/**
 * Adds a user or bot to a channel. Documented: admins and moderators may; members may in UNRESTRICTED channels; anyone may
 * add itself to a PUBLIC one. The rest is in {@link Joining}.
 */
final class CreateChannelMembership extends Command<CreateChannelMembershipRequest> {
    CreateChannelMembership() {
        super(CREATE_CHANNEL_MEMBERSHIP, CreateChannelMembershipRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<CreateChannelMembershipRequest> invocation) {
        CreateChannelMembershipRequest request = invocation.request();
        ChannelAccess access = ChannelAccess.permit(state, invocation, request.channelArn(), request.memberArn());
        return new Outcome(
                Joining.join(state, access, invocation, request.memberArn(), request.type()),
                CreateChannelMembershipResponse.builder()
                        .channelArn(access.channel().arn())
                        .member(Views.identity(state, request.memberArn()))
                        .build());
    }
}
