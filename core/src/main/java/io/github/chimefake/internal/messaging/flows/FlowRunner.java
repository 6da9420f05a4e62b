package io.github.chimefake.internal.messaging.flows;

import io.github.chimefake.flows.ChannelFlowProcessor;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowEvent;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.background.BackgroundWork;
import io.github.chimefake.internal.background.FinishedWork;
import io.github.chimefake.internal.background.Work;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.events.WriteCause;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.lifetime.UserCodeException;
import io.github.chimefake.internal.messaging.flows.FlowProcessing.Step;
import io.github.chimefake.internal.messaging.rules.MessageLimits;
import io.github.chimefake.internal.messaging.state.Processing.Task;
import io.github.chimefake.internal.messaging.state.Processing.Waiting;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import io.github.chimefake.internal.messaging.store.Store;
import io.github.chimefake.internal.messaging.views.Views;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;

/**
 * Calls the functions that replace the Lambda functions of channel flows, in the background: the messages of a channel one
 * after the other, in the order in which they were sent. The callback of a processor without a function remains pending.
 */
public final class FlowRunner {
    private final Store store;
    private final Identifiers identifiers;
    private final BackgroundWork background;
    private final Consumer<FinishedWork> log;

    /**
     * Creates a runner.
     *
     * @param log receives what became of each message, within the write of the state
     */
    public FlowRunner(Store store, Identifiers identifiers, BackgroundWork background, Consumer<FinishedWork> log) {
        this.store = store;
        this.identifiers = identifiers;
        this.background = background;
        this.log = log;
    }

    /**
     * Adds the processing of a message to the background work of its channel, if its processor has a function. Called
     * within the write that the message is a part of.
     *
     * @param state the state after the write
     * @param cause the call
     */
    public void schedule(State state, Waiting waiting, WriteCause cause) {
        invocation(state, waiting).ifPresent(first -> background.add(waiting.channel(), new MessageWork(first, cause)));
    }

    /** The call of a function for a message. */
    private record Invocation(Waiting waiting, ChannelFlowProcessor function, String description) {}

    private Optional<Invocation> invocation(State state, Waiting waiting) {
        return find(state, waiting)
                .flatMap(task -> state.setup()
                        .function(task.lambda())
                        .map(function -> new Invocation(
                                waiting,
                                function,
                                "processor " + task.lambda() + " for message "
                                        + identifiers.messageId(
                                                task.message().key().sequence())
                                        + " in " + waiting.channel())));
    }

    /** Processes a message as far as there are functions that return a verdict. */
    private final class MessageWork implements Work {
        private final Invocation first;
        private final WriteCause cause;

        private MessageWork(Invocation first, WriteCause cause) {
            this.first = first;
            this.cause = cause;
        }

        @Override
        public String description() {
            return first.description();
        }

        @Override
        public void run(BooleanSupplier wanted) {
            Optional<Invocation> next = Optional.of(first);
            while (next.isPresent() && wanted.getAsBoolean()) {
                next = step(next.get(), cause, wanted);
            }
        }
    }

    private Optional<Invocation> step(Invocation invocation, WriteCause cause, BooleanSupplier wanted) {
        State state = store.state();
        Optional<Task> task = find(state, invocation.waiting());
        if (task.isEmpty()) {
            return Optional.empty();
        }
        FlowEvent event = event(state, identifiers, invocation.waiting().channel(), task.get());
        Invoked invoked = invoke(invocation.function(), event, task.get(), wanted);
        WriteCause verdict =
                cause.thenBy(invocation.description() + " " + Verdicts.outcome(invoked.verdict(), task.get()));
        return store.write(verdict, (before, now) -> {
            Step step =
                    wanted.getAsBoolean() ? decide(before, invocation, cause.call(), invoked, now) : Step.last(before);
            return new Store.Written<>(
                    step.state(), step.waiting().flatMap(next -> invocation(step.state(), next)), step.events());
        });
    }

    /**
     * Applies the verdict, and records it. It has no effect if {@code ChannelFlowCallback} has decided before, or if it
     * comes too late for that.
     */
    private Step decide(State before, Invocation invocation, String cause, Invoked invoked, Instant now) {
        Optional<Task> task = find(before, invocation.waiting());
        if (task.isEmpty() || FlowProcessing.isOverdue(task.get(), now)) {
            String reason = task.isEmpty()
                    ? "returned, but the message waits for it no more"
                    : "returned more than 48 hours later, so that the message stays PENDING";
            log.accept(FinishedWork.of(invocation.description(), reason, cause));
            return Step.last(before);
        }
        log.accept(new FinishedWork(
                invocation.description(),
                Verdicts.outcome(invoked.verdict(), task.get()),
                invoked.failure(),
                cause,
                invoked.verdict() instanceof Verdict.Change));
        return FlowProcessing.decide(
                before,
                before.channel(invocation.waiting().channel()).orElseThrow(),
                task.get(),
                invoked.verdict(),
                identifiers);
    }

    private static Optional<Task> find(State state, Waiting waiting) {
        return state.channel(waiting.channel())
                .flatMap(channel -> channel.processing().find(waiting.callbackId()));
    }

    /**
     * The end of a call of a function.
     *
     * @param failure why the function failed; empty if it returned a verdict
     */
    private record Invoked(Verdict verdict, Optional<String> failure) {}

    /**
     * Calls a function. A function that throws an exception, returns null, or returns an invalid message is treated like
     * one that cannot be reached.
     */
    private static Invoked invoke(ChannelFlowProcessor function, FlowEvent event, Task task, BooleanSupplier wanted) {
        try {
            Verdict verdict = (Verdict) Objects.requireNonNull(function.process(event), "the verdict");
            if (verdict instanceof Verdict.Change change) {
                StoredMessage changed = FlowProcessing.changed(task.message(), change.changes());
                MessageLimits.check(changed.type(), changed.content(), changed.extras());
            }
            return new Invoked(verdict, Optional.empty());
        } catch (Throwable thrown) { // Includes AssertionError, because the message must not stay PENDING.
            if (wanted.getAsBoolean()) { // Else a reset has interrupted it.
                System.getLogger(FlowRunner.class.getName())
                        .log(
                                Level.WARNING,
                                "The processor for " + task.lambda()
                                        + " failed, so that it counts as one that cannot be reached",
                                thrown);
            }
            return new Invoked(Verdict.fail(), Optional.of(reason(thrown)));
        }
    }

    private static String reason(Throwable thrown) {
        return thrown instanceof ServiceErrorException invalid
                ? invalid.serviceError().explanation()
                : UserCodeException.describe(thrown);
    }

    public static FlowEvent event(State state, Identifiers identifiers, ChannelArn channelArn, Task task) {
        ChannelMessage message = Views.message(
                state,
                identifiers,
                channelArn,
                task.subChannelId(),
                task.message().withStatus(ChannelMessageStatus.PENDING));
        ChannelMessagePersistenceType persistence = task.persistent()
                ? ChannelMessagePersistenceType.PERSISTENT
                : ChannelMessagePersistenceType.NON_PERSISTENT;
        return new InvokedEvent(task.callbackId(), message.copy(builder -> builder.persistence(persistence)));
    }
}
