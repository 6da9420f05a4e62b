package io.github.chimefake.internal.messaging.messages;

import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.messaging.events.MessageWritten;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.Conversation;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageResponse;

/**
 * Deletes a message. Documented: allowed for admins only, for any SENT message, including targeted ones that they
 * cannot see. A second table allows members to delete their own messages, but the page of the operation, which the fake
 * follows, does not.
 */
public final class DeleteChannelMessage extends Command<State, DeleteChannelMessageRequest> {
    public DeleteChannelMessage() {
        super(DELETE_CHANNEL_MESSAGE, DeleteChannelMessageRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<DeleteChannelMessageRequest> context) {
        DeleteChannelMessageRequest request = context.request();
        ChannelAccess access = ChannelAccess.find(state, context);
        Conversation conversation = access.conversation(context, request.subChannelId());
        StoredMessage message = conversation.require(request.messageId());
        access.permit(Optional.of(message.sender()));
        conversation.requireSent(message);
        return new Outcome<>(
                state.with(conversation.with(conversation.log().minus(message))),
                DeleteChannelMessageResponse.builder().build(),
                MessageWritten.stored(
                        MessagingEventType.DELETE_CHANNEL_MESSAGE,
                        access.channel().arn(),
                        conversation.subChannelId(),
                        message));
    }
}
