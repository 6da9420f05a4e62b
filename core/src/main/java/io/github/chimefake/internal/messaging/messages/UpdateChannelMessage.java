package io.github.chimefake.internal.messaging.messages;

import static io.github.chimefake.Operation.UPDATE_CHANNEL_MESSAGE;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.constraints.MessageConstraints;
import io.github.chimefake.internal.messaging.events.MessageWritten;
import io.github.chimefake.internal.messaging.flows.FlowProcessing;
import io.github.chimefake.internal.messaging.flows.FlowProcessing.Step;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.Conversation;
import io.github.chimefake.internal.messaging.rules.MessageLimits;
import io.github.chimefake.internal.messaging.state.ChannelState;
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
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageResponse;

/**
 * Edits a message. Documented: allowed for the sender only, if the message is SENT, and not for a HIDDEN member; in an
 * elastic channel only for members of the sub-channel that it was sent to. Observed: the time of creation, and thus the
 * order, is unchanged. Assumed: absent members are unchanged; 409 for a redacted message.
 */
public final class UpdateChannelMessage extends Command<State, UpdateChannelMessageRequest> {
    public UpdateChannelMessage() {
        super(UPDATE_CHANNEL_MESSAGE, UpdateChannelMessageRequest.class);
    }

    @Override
    public Outcome<State> apply(State state, HandlerContext<UpdateChannelMessageRequest> context) {
        UpdateChannelMessageRequest request = context.request();
        ChannelAccess access = ChannelAccess.find(state, context);
        Conversation conversation = access.conversationForWriting(context, request.subChannelId());
        StoredMessage message = conversation.requireVisible(request.messageId());
        access.permit(Optional.of(message.sender()));
        conversation.requireSent(message);
        requireNotRedacted(message, request.messageId());
        Extras extras = new Extras(
                Optional.ofNullable(request.metadata()).or(message.extras()::metadata),
                Optional.ofNullable(request.contentType()).or(message.extras()::contentType),
                message.extras().attributes(),
                message.extras().target());
        MessageLimits.check(message.type(), request.content(), extras);
        StoredMessage edited = message.edited(request.content(), extras, context.now());
        ChannelState channel = access.channel();
        List<Processor> processors = FlowProcessing.processors(state, channel, edited);
        Task task = new Task("", conversation.subChannelId(), edited, true, true, processors, context.now());
        Step step = processors.isEmpty()
                ? Step.last(
                        state.with(conversation.with(conversation.log().plus(edited))),
                        MessageWritten.stored(
                                MessagingEventType.UPDATE_CHANNEL_MESSAGE,
                                channel.arn(),
                                conversation.subChannelId(),
                                edited))
                : FlowProcessing.begin(state, channel, task, context.identifiers());
        return new Outcome<>(
                step.state(),
                UpdateChannelMessageResponse.builder()
                        .channelArn(channel.arn().text())
                        .messageId(request.messageId())
                        .subChannelId(request.subChannelId())
                        .status(Views.status(
                                processors.isEmpty() ? ChannelMessageStatus.SENT : ChannelMessageStatus.PENDING))
                        .build(),
                step.tasks(),
                step.outcomeEvents());
    }

    private static void requireNotRedacted(StoredMessage message, String messageId) {
        if (message.redacted()) {
            throw MessageConstraints.NOT_REDACTED.broken(
                    "The message is redacted.",
                    "The message " + messageId + " is redacted and has no content left to edit. Send a new one.");
        }
    }
}
