package io.github.chimefake.internal.messaging.flows;

import io.github.chimefake.internal.messaging.state.Processing.Task;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageCallback;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;

/** Describes for the journal what the verdict of a processor did to its message. */
final class Verdicts {
    private static final ChannelMessageCallback NO_CHANGES =
            ChannelMessageCallback.builder().build();

    private Verdicts() {}

    /** Returns the end of a sentence that begins with the processor. */
    static String outcome(Verdict verdict, Task task) {
        if (verdict instanceof Verdict.Pending) {
            return "did not decide: the message stays PENDING until ChannelFlowCallback";
        }
        if (verdict instanceof Verdict.Change change) {
            return change.changes().equals(NO_CHANGES) ? "allowed it" : "changed it";
        }
        if (verdict instanceof Verdict.Deny) {
            return task.update() ? "denied the update" : "denied it";
        }
        FallbackAction fallback = task.processor().fallbackAction();
        String consequence = fallback == FallbackAction.CONTINUE
                ? "the processing continued"
                : task.update() ? "the update was discarded" : "the message is FAILED";
        return "failed, and its fallback action is " + fallback + ": " + consequence;
    }
}
