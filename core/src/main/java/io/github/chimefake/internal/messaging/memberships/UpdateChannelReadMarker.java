package io.github.chimefake.internal.messaging.memberships;

import static io.github.chimefake.Operation.UPDATE_CHANNEL_READ_MARKER;

import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelReadMarkerRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelReadMarkerResponse;

/**
 * Sets the read marker of a member to the current time. Documented: allowed for members only, even for admins and
 * moderators.
 */
public final class UpdateChannelReadMarker extends Command<State, UpdateChannelReadMarkerRequest> {
    public UpdateChannelReadMarker() {
        super(UPDATE_CHANNEL_READ_MARKER, UpdateChannelReadMarkerRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<UpdateChannelReadMarkerRequest> context) {
        ChannelAccess access = ChannelAccess.permit(state, context);
        ChannelState channel = access.channel();
        Membership membership = access.membership().withReadMarker(context.now());
        return new Outcome<>(
                state.with(channel.with(channel.members().plus(membership))),
                UpdateChannelReadMarkerResponse.builder()
                        .channelArn(channel.arn().text())
                        .build());
    }
}
