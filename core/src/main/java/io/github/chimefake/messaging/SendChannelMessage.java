package io.github.chimefake.messaging;

import static io.github.chimefake.call.Operation.SEND_CHANNEL_MESSAGE;

import io.github.chimefake.messaging.StoredMessage.Extras;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

/**
 * Sends a message. Documented: only members may, admins and moderators included, and HIDDEN ones may not; the sizes of
 * {@link MessageLimits}; a message that is not persistent is not stored; a target must be a member. Assumed: a target that is
 * none is a 403.
 */
final class SendChannelMessage extends Command<SendChannelMessageRequest> {
    SendChannelMessage() {
        super(SEND_CHANNEL_MESSAGE, SendChannelMessageRequest.class);
    }

    @Override
    Outcome apply(State state, Invocation<SendChannelMessageRequest> invocation) {
        SendChannelMessageRequest request = invocation.request();
        ChannelAccess access = ChannelAccess.permit(state, invocation, request.channelArn());
        Conversation conversation = access.conversationOfAuthor(invocation, request.subChannelId());
        return Idempotency.once(
                state,
                invocation,
                state.owner(access.channel().appInstance()),
                access.channel().arn(),
                request.clientRequestToken(),
                () -> send(conversation, invocation));
    }

    private static Outcome send(Conversation conversation, Invocation<SendChannelMessageRequest> invocation) {
        SendChannelMessageRequest request = invocation.request();
        ChannelAccess access = conversation.access();
        Extras extras = new Extras(
                Optional.ofNullable(request.metadata()),
                Optional.ofNullable(request.contentType()),
                request.messageAttributes(),
                Targets.require(access, request.target()));
        MessageLimits.check(request.type(), request.content(), extras);
        State next = access.state().advanced();
        StoredMessage message = StoredMessage.sent(
                new MessageKey(invocation.now().toEpochMilli(), next.sequence()),
                access.bearer().arn(),
                request.type(),
                request.content(),
                extras);
        return new Outcome(
                request.persistence() == ChannelMessagePersistenceType.PERSISTENT
                        ? next.with(conversation.with(conversation.log().plus(message)))
                        : next,
                SendChannelMessageResponse.builder()
                        .channelArn(access.channel().arn())
                        .messageId(invocation.identifiers().messageId(next.sequence()))
                        .subChannelId(request.subChannelId())
                        .status(Views.status(ChannelMessageStatus.SENT))
                        .build());
    }
}
