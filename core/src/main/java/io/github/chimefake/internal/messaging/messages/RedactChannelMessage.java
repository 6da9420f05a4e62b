package io.github.chimefake.internal.messaging.messages;

import static io.github.chimefake.Operation.REDACT_CHANNEL_MESSAGE;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.messaging.events.MessageWritten;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.Conversation;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageResponse;

/**
 * Redacts a message. Documented: allowed for admins and moderators for any SENT message that they can see, for members
 * for their own messages; content and metadata are removed, the message remains. Assumed: a repetition succeeds without
 * effect.
 */
public final class RedactChannelMessage extends Command<State, RedactChannelMessageRequest> {
    public RedactChannelMessage() {
        super(REDACT_CHANNEL_MESSAGE, RedactChannelMessageRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<RedactChannelMessageRequest> context) {
        RedactChannelMessageRequest request = context.request();
        ChannelAccess access = ChannelAccess.find(state, context);
        Conversation conversation = access.conversation(context, request.subChannelId());
        StoredMessage message = conversation.requireVisible(request.messageId());
        access.permit(Optional.of(message.sender()));
        conversation.requireSent(message);
        ChannelState channel = access.channel();
        RedactChannelMessageResponse response = RedactChannelMessageResponse.builder()
                .channelArn(channel.arn().text())
                .messageId(request.messageId())
                .subChannelId(request.subChannelId())
                .build();
        if (message.redacted()) {
            return new Outcome<>(state, response);
        }
        StoredMessage redacted = message.redactedAt(context.now());
        return new Outcome<>(
                state.with(conversation.with(conversation.log().plus(redacted))),
                response,
                MessageWritten.stored(
                        MessagingEventType.REDACT_CHANNEL_MESSAGE,
                        channel.arn(),
                        conversation.subChannelId(),
                        redacted));
    }
}
