package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;

import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageResponse;

/**
 * Deletes a message. Documented: only admins may, any SENT message, and targeted ones that they cannot see too. A
 * second table allows members their own; the operation's own page does not, and is followed.
 */
final class DeleteChannelMessage extends Command<DeleteChannelMessageRequest> {
    DeleteChannelMessage() {
        super(DELETE_CHANNEL_MESSAGE, DeleteChannelMessageRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<DeleteChannelMessageRequest> invocation) {
        DeleteChannelMessageRequest request = invocation.request();
        ChannelAccess access = ChannelAccess.find(state, invocation, request.channelArn());
        Conversation conversation = access.conversation(invocation, request.subChannelId());
        StoredMessage message = conversation.require(request.messageId());
        access.permit(Optional.of(message.sender()));
        conversation.requireSent(message);
        return new Outcome(
                state.with(conversation.with(conversation.log().minus(message))),
                DeleteChannelMessageResponse.builder().build());
    }
}
