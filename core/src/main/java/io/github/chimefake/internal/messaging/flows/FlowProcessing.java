package io.github.chimefake.internal.messaging.flows;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.messaging.events.MessageWritten;
import io.github.chimefake.internal.messaging.events.WrittenEvent;
import io.github.chimefake.internal.messaging.state.ChannelFlowState;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.MessageLog;
import io.github.chimefake.internal.messaging.state.Processing.Task;
import io.github.chimefake.internal.messaging.state.Processing.Waiting;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import io.github.chimefake.internal.messaging.state.StoredMessage.Extras;
import io.github.chimefake.internal.operations.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageCallback;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessageAttributeValue;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;

/**
 * Processes messages with a channel flow. Documented: new STANDARD messages and updates of persistent messages are
 * processed, but not CONTROL messages; while a message is processed, it is PENDING and visible to its sender only; a
 * denied message is not stored; if a processor cannot be reached, its FallbackAction decides whether the message is
 * FAILED or processing continues. Assumed: while an update is PENDING, all users see the previous version, and the
 * update is discarded if it fails; a FAILED message is visible to its sender only.
 */
public final class FlowProcessing {
    private static final Duration CALLBACK_TIMEOUT = Duration.ofDays(2);

    private FlowProcessing() {}

    /** Returns whether it is too late to decide about a message. Documented: after 48 hours. */
    static boolean isOverdue(Task task, Instant now) {
        return task.since().plus(CALLBACK_TIMEOUT).isBefore(now);
    }

    /** The result of a processing step: the new state, the pending callback, if there is one, and the events. */
    public record Step(State state, Optional<Waiting> waiting, List<WrittenEvent> events) {
        public static Step last(State state) {
            return new Step(state, Optional.empty(), List.of());
        }

        /** Returns the last step, with its event. */
        public static Step last(State state, WrittenEvent event) {
            return new Step(state, Optional.empty(), List.of(event));
        }

        private Step emitting(WrittenEvent event) {
            return new Step(state, waiting, List.of(event));
        }

        /** Returns the events of this step, for the outcome of a command. */
        public List<Outcome.Event> outcomeEvents() {
            return List.copyOf(events);
        }

        /** Returns the tasks of the service after this step. */
        public List<Outcome.Task> tasks() {
            return waiting.<List<Outcome.Task>>map(List::of).orElseGet(List::of);
        }
    }

    /** Returns the processors for a message; empty if the channel has no flow or the message is not STANDARD. */
    public static List<Processor> processors(State state, ChannelState channel, StoredMessage message) {
        if (message.type() != ChannelMessageType.STANDARD) {
            return List.of();
        }
        return channel.policies()
                .flow()
                .flatMap(state::flow)
                .map(ChannelFlowState::processors)
                .orElse(List.of());
    }

    /** Starts processing a message with the first of its processors. The task does not have a callback id yet. */
    public static Step begin(State state, ChannelState channel, Task task, Identifiers identifiers) {
        WrittenEvent pending = event(channel, task, ChannelMessageStatus.PENDING);
        if (task.update() || !task.persistent()) {
            return awaitCallback(state, channel, task, identifiers).emitting(pending);
        }
        MessageLog log = channel.log(task.subChannelId()).plus(task.message().withStatus(ChannelMessageStatus.PENDING));
        return awaitCallback(state, channel.with(task.subChannelId(), log), task, identifiers)
                .emitting(pending);
    }

    /** Returns the event that a message, or its new version, now has this status. */
    private static WrittenEvent event(ChannelState channel, Task task, ChannelMessageStatus status) {
        MessagingEventType type = switch (status) {
            case PENDING ->
                task.update()
                        ? MessagingEventType.PENDING_UPDATE_CHANNEL_MESSAGE
                        : MessagingEventType.PENDING_CREATE_CHANNEL_MESSAGE;
            case FAILED ->
                task.update()
                        ? MessagingEventType.FAILED_UPDATE_CHANNEL_MESSAGE
                        : MessagingEventType.FAILED_CREATE_CHANNEL_MESSAGE;
            case DENIED ->
                task.update()
                        ? MessagingEventType.DENIED_UPDATE_CHANNEL_MESSAGE
                        : MessagingEventType.DENIED_CREATE_CHANNEL_MESSAGE;
            default ->
                task.update() ? MessagingEventType.UPDATE_CHANNEL_MESSAGE : MessagingEventType.CREATE_CHANNEL_MESSAGE;
        };
        return new MessageWritten(
                type, channel.arn(), task.subChannelId(), task.message().withStatus(status), task.persistent());
    }

    private static Step awaitCallback(State state, ChannelState channel, Task task, Identifiers identifiers) {
        State next = state.advanced();
        Task numbered = task.withCallbackId(identifiers.uuid(next.sequence()));
        return new Step(
                next.with(channel.with(channel.processing().plus(numbered))),
                Optional.of(new Waiting(channel.arn(), numbered.callbackId())),
                List.of());
    }

    /** Applies the verdict of the current processor, and continues with the next one, if there is one. */
    static Step decide(State state, ChannelState channel, Task task, Verdict verdict, Identifiers identifiers) {
        if (verdict instanceof Verdict.Pending) {
            return Step.last(state);
        }
        ChannelState released = channel.with(channel.processing().minus(task));
        boolean subChannelDeleted = task.subChannelId()
                .filter(id -> released.subChannel(id).isEmpty())
                .isPresent();
        if (subChannelDeleted) {
            return Step.last(state.with(released));
        }
        if (verdict instanceof Verdict.Change change) {
            return proceed(state, released, task.withMessage(changed(task.message(), change.changes())), identifiers);
        }
        if (verdict instanceof Verdict.Fail && task.processor().fallbackAction() == FallbackAction.CONTINUE) {
            return proceed(state, released, task, identifiers);
        }
        WrittenEvent event = event(
                channel,
                task,
                verdict instanceof Verdict.Fail ? ChannelMessageStatus.FAILED : ChannelMessageStatus.DENIED);
        if (task.update() || !task.persistent()) {
            return Step.last(state.with(released), event);
        }
        MessageLog log = released.log(task.subChannelId());
        MessageLog after = verdict instanceof Verdict.Fail
                ? log.plus(task.message().withStatus(ChannelMessageStatus.FAILED))
                : log.minus(task.message().withStatus(ChannelMessageStatus.PENDING));
        return Step.last(state.with(released.with(task.subChannelId(), after)), event);
    }

    private static Step proceed(State state, ChannelState released, Task task, Identifiers identifiers) {
        if (task.processors().size() > 1) {
            return awaitCallback(state, released, task.withNextProcessor(), identifiers);
        }
        WrittenEvent sent = event(released, task, ChannelMessageStatus.SENT);
        if (!task.persistent()) {
            return Step.last(state.with(released), sent);
        }
        MessageLog log = released.log(task.subChannelId()).plus(task.message());
        return Step.last(state.with(released.with(task.subChannelId(), log)), sent);
    }

    /** Returns the message with all changes that are set. */
    static StoredMessage changed(StoredMessage message, ChannelMessageCallback changes) {
        Extras extras = message.extras();
        Map<String, MessageAttributeValue> attributes =
                changes.hasMessageAttributes() ? changes.messageAttributes() : extras.attributes();
        return message.withContent(
                Optional.ofNullable(changes.content()).orElse(message.content()),
                new Extras(
                        Optional.ofNullable(changes.metadata()).or(extras::metadata),
                        Optional.ofNullable(changes.contentType()).or(extras::contentType),
                        attributes,
                        extras.target()));
    }
}
