package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.DELETE_CHANNEL;

import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelResponse;

/**
 * Deletes a channel with its memberships. Documented: it is inaccessible at once and for good. Assumed: its id can be
 * used again.
 */
final class DeleteChannel extends Command<DeleteChannelRequest> {
    DeleteChannel() {
        super(DELETE_CHANNEL, DeleteChannelRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<DeleteChannelRequest> invocation) {
        ChannelAccess access =
                ChannelAccess.permit(state, invocation, invocation.request().channelArn());
        return new Outcome(
                Channels.delete(state, access.channel()),
                DeleteChannelResponse.builder().build());
    }
}
