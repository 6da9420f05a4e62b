package io.github.chimefake.internal.messaging.channels;

import static io.github.chimefake.Operation.DELETE_CHANNEL;

import io.github.chimefake.internal.messaging.events.ChannelDeleted;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.state.Channels;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelResponse;

/**
 * Deletes a channel with its memberships. Documented: it is inaccessible immediately and permanently. Assumed: its id
 * can be used again.
 */
public final class DeleteChannel extends Command<State, DeleteChannelRequest> {
    public DeleteChannel() {
        super(DELETE_CHANNEL, DeleteChannelRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<DeleteChannelRequest> context) {
        ChannelAccess access = ChannelAccess.permit(state, context);
        return new Outcome<>(
                Channels.delete(state, access.channel()),
                DeleteChannelResponse.builder().build(),
                ChannelDeleted.of(access.channel()));
    }
}
