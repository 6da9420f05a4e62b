package io.github.chimefake.internal.messaging;

import static io.github.chimefake.Operation.GET_CHANNEL_MESSAGE_STATUS;

import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageStatusRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageStatusResponse;

/** Tells how far a channel flow has got with a message. Documented: its sender only; denied ones are not stored. */
final class GetChannelMessageStatus extends Query<GetChannelMessageStatusRequest> {
    GetChannelMessageStatus() {
        super(GET_CHANNEL_MESSAGE_STATUS, GetChannelMessageStatusRequest.class);
    }

    @Override
    GetChannelMessageStatusResponse answer(State state, Invocation<GetChannelMessageStatusRequest> invocation) {
        GetChannelMessageStatusRequest request = invocation.request();
        ChannelAccess access = ChannelAccess.find(state, invocation, request.channelArn());
        Conversation conversation = access.conversation(invocation, request.subChannelId());
        StoredMessage message = conversation.requireVisible(request.messageId());
        access.permit(Optional.of(message.sender()));
        return GetChannelMessageStatusResponse.builder()
                .status(Views.status(conversation.status(message)))
                .build();
    }
}
