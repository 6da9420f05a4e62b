package io.github.chimefake.internal.messaging.flows;

import io.github.chimefake.flows.ChannelFlowProcessor;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowEvent;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.internal.messaging.flows.FlowProcessing.Step;
import io.github.chimefake.internal.messaging.rules.MessageLimits;
import io.github.chimefake.internal.messaging.state.Processing.Task;
import io.github.chimefake.internal.messaging.state.Processing.Waiting;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import io.github.chimefake.internal.messaging.store.Store;
import io.github.chimefake.internal.messaging.views.Views;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;

/**
 * Calls the functions that replace the Lambda functions of channel flows. Holds no lock, so that they may call the
 * fake. The callback of a processor without a function remains pending.
 */
public final class FlowRunner {
    private final Store store;
    private final Identifiers identifiers;
    private final UserCode userCode;

    public FlowRunner(Store store, Identifiers identifiers, UserCode userCode) {
        this.store = store;
        this.identifiers = identifiers;
        this.userCode = userCode;
    }

    /** Processes a message as far as there are functions that return a verdict. */
    public void run(Waiting first) {
        Optional<Waiting> waiting = Optional.of(first);
        while (waiting.isPresent()) {
            waiting = step(waiting.get());
        }
    }

    private Optional<Waiting> step(Waiting waiting) {
        State state = store.state();
        Optional<Task> task = find(state, waiting);
        Optional<ChannelFlowProcessor> function =
                task.flatMap(present -> state.setup().function(present.lambda()));
        if (task.isEmpty() || function.isEmpty()) {
            return Optional.empty();
        }
        FlowEvent event = event(state, identifiers, waiting.channel(), task.get());
        Verdict verdict = userCode.run(() -> verdict(function.get(), event, task.get()));
        return store.write((before, now) -> {
                    Step step = find(before, waiting)
                            .map(present -> FlowProcessing.decide(
                                    before,
                                    before.channel(waiting.channel()).orElseThrow(),
                                    present,
                                    verdict,
                                    identifiers))
                            .orElseGet(() -> Step.last(before));
                    return new Store.Written<>(step.state(), step);
                })
                .waiting();
    }

    private static Optional<Task> find(State state, Waiting waiting) {
        return state.channel(waiting.channel())
                .flatMap(channel -> channel.processing().find(waiting.callbackId()));
    }

    /**
     * Returns the verdict of a function. A function that throws an exception, returns null, or returns an invalid
     * message is treated like one that cannot be reached.
     */
    private static Verdict verdict(ChannelFlowProcessor function, FlowEvent event, Task task) {
        try {
            Verdict verdict = (Verdict) Objects.requireNonNull(function.process(event), "the verdict");
            if (verdict instanceof Verdict.Change change) {
                StoredMessage changed = FlowProcessing.changed(task.message(), change.changes());
                MessageLimits.check(changed.type(), changed.content(), changed.extras());
            }
            return verdict;
        } catch (Throwable thrown) { // Includes AssertionError, because the message is already sent and must not stay
            // PENDING.
            System.getLogger(FlowRunner.class.getName())
                    .log(
                            Level.WARNING,
                            "The processor for " + task.lambda()
                                    + " failed, so that it counts as one that cannot be reached",
                            thrown);
            return Verdict.fail();
        }
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
