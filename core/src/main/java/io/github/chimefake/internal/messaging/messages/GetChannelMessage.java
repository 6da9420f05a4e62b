package io.github.chimefake.internal.messaging.messages;

import static io.github.chimefake.Operation.GET_CHANNEL_MESSAGE;

import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.Conversation;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageResponse;

/**
 * Returns a message. Documented: allowed for users who may read the channel, and for sender and target only if the
 * message is targeted; 404 for a message that does not exist. Assumed: 404 also for a message that the bearer may not
 * see.
 */
public final class GetChannelMessage extends Query<State, GetChannelMessageRequest> {
    public GetChannelMessage() {
        super(GET_CHANNEL_MESSAGE, GetChannelMessageRequest.class);
    }

    @Override
    public GetChannelMessageResponse respond(State state, HandlerContext<GetChannelMessageRequest> context) {
        GetChannelMessageRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context);
        Conversation conversation = access.conversation(context, request.subChannelId());
        StoredMessage message = conversation.requireVisible(request.messageId());
        return GetChannelMessageResponse.builder()
                .channelMessage(Views.message(
                        state, context.identifiers(), access.channel().arn(), conversation.subChannelId(), message))
                .build();
    }
}
