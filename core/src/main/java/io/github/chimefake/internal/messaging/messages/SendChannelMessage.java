package io.github.chimefake.internal.messaging.messages;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.messaging.events.MessageWritten;
import io.github.chimefake.internal.messaging.flows.FlowProcessing;
import io.github.chimefake.internal.messaging.flows.FlowProcessing.Step;
import io.github.chimefake.internal.messaging.rules.AppInstances;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.Conversation;
import io.github.chimefake.internal.messaging.rules.MessageLimits;
import io.github.chimefake.internal.messaging.state.MessageKey;
import io.github.chimefake.internal.messaging.state.Processing.Task;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import io.github.chimefake.internal.messaging.state.StoredMessage.Extras;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

/**
 * Sends a message. Documented: allowed for members only, even for admins and moderators, and not for HIDDEN members;
 * the sizes of {@link MessageLimits}; a message that is not persistent is not stored; a target must be a member; the
 * message is PENDING while a channel flow processes it.
 */
public final class SendChannelMessage extends Command<State, SendChannelMessageRequest> {
    public SendChannelMessage() {
        super(SEND_CHANNEL_MESSAGE, SendChannelMessageRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<SendChannelMessageRequest> context) {
        SendChannelMessageRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context);
        Conversation conversation = access.conversationForWriting(context, request.subChannelId());
        return AppInstances.idempotency(access.channel().appInstance())
                .once(
                        state,
                        context,
                        access.channel().arn(),
                        request.clientRequestToken(),
                        () -> send(conversation, context));
    }

    private static Outcome<State> send(Conversation conversation, HandlerContext<SendChannelMessageRequest> context) {
        SendChannelMessageRequest request = context.request();
        ChannelAccess access = conversation.access();
        Extras extras = new Extras(
                Optional.ofNullable(request.metadata()),
                Optional.ofNullable(request.contentType()),
                request.messageAttributes(),
                Targets.require(access, context, request.target()));
        MessageLimits.check(request.type(), request.content(), extras);
        State next = access.state().advanced();
        StoredMessage message = StoredMessage.sent(
                new MessageKey(context.now().toEpochMilli(), next.sequence()),
                access.bearer().arn(),
                request.type(),
                request.content(),
                extras);
        boolean persistent = request.persistence() == ChannelMessagePersistenceType.PERSISTENT;
        List<Processor> processors = FlowProcessing.processors(next, access.channel(), message);
        if (processors.isEmpty()) {
            State sent =
                    persistent ? next.with(conversation.with(conversation.log().plus(message))) : next;
            MessageWritten event = new MessageWritten(
                    MessagingEventType.CREATE_CHANNEL_MESSAGE,
                    access.channel().arn(),
                    conversation.subChannelId(),
                    message,
                    persistent);
            return outcome(Step.last(sent, event), conversation, message, ChannelMessageStatus.SENT);
        }
        Task task = new Task("", conversation.subChannelId(), message, persistent, false, processors, context.now());
        Step step = FlowProcessing.begin(next, access.channel(), task, context.identifiers());
        return outcome(step, conversation, message, ChannelMessageStatus.PENDING);
    }

    private static Outcome<State> outcome(
            Step step, Conversation conversation, StoredMessage message, ChannelMessageStatus status) {
        return new Outcome<>(
                step.state(),
                SendChannelMessageResponse.builder()
                        .channelArn(conversation.access().channel().arn().text())
                        .messageId(conversation
                                .identifiers()
                                .messageId(message.key().sequence()))
                        .subChannelId(conversation.subChannelId().orElse(null))
                        .status(Views.status(status))
                        .build(),
                step.tasks(),
                step.outcomeEvents());
    }
}
