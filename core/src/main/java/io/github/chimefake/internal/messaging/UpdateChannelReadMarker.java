package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.UPDATE_CHANNEL_READ_MARKER;

import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelReadMarkerRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelReadMarkerResponse;

/** Notes that a member has read everything until now. Documented: members only, admins and moderators included. */
final class UpdateChannelReadMarker extends Command<UpdateChannelReadMarkerRequest> {
    UpdateChannelReadMarker() {
        super(UPDATE_CHANNEL_READ_MARKER, UpdateChannelReadMarkerRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<UpdateChannelReadMarkerRequest> invocation) {
        ChannelAccess access =
                ChannelAccess.permit(state, invocation, invocation.request().channelArn());
        ChannelState channel = access.channel();
        Membership membership = access.membership().withReadMarker(invocation.now());
        return new Outcome(
                state.with(channel.with(channel.members().plus(membership))),
                UpdateChannelReadMarkerResponse.builder()
                        .channelArn(channel.arn())
                        .build());
    }
}
