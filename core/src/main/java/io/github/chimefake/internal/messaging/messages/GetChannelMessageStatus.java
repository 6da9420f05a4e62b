package io.github.chimefake.internal.messaging.messages;

import static io.github.chimefake.Operation.GET_CHANNEL_MESSAGE_STATUS;

import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.Conversation;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageStatusRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageStatusResponse;

/**
 * Returns the status of a message in a channel flow. Documented: allowed for its sender only; denied messages are not
 * stored.
 */
public final class GetChannelMessageStatus extends Query<State, GetChannelMessageStatusRequest> {
    public GetChannelMessageStatus() {
        super(GET_CHANNEL_MESSAGE_STATUS, GetChannelMessageStatusRequest.class);
    }

    @Override
    public GetChannelMessageStatusResponse respond(
            State state, HandlerContext<GetChannelMessageStatusRequest> context) {
        GetChannelMessageStatusRequest request = context.request();
        ChannelAccess access = ChannelAccess.find(state, context);
        Conversation conversation = access.conversation(context, request.subChannelId());
        StoredMessage message = conversation.requireVisible(request.messageId());
        access.permit(Optional.of(message.sender()));
        return GetChannelMessageStatusResponse.builder()
                .status(Views.status(conversation.status(message)))
                .build();
    }
}
