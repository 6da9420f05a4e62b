package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.sweep.SweepOracle;

/** What to do about an alarm. */
final class Advice {
    private Advice() {}

    static String about(SweepOracle oracle) {
        return switch (oracle) {
            case HUNG -> "end loops when a call fails, and count latches down in finally";
            case DUPLICATED -> "retry with the same client request token, or look before you repeat";
            case HALF_DONE -> "undo what was done before the exception leaves, or make each step repeatable";
            case POISONED -> "change caches, flags and fields only after the call has succeeded";
            case SWALLOWED, MASKED ->
                "throw the exception; or return what happened, and assert what is returned, outside of verifyClean;"
                        + " if the call may fail, declare it with @BestEffort";
            case RETRIED_WITHOUT_PAUSE ->
                "pause before a retry, or leave retries to the SDK; a denial is not worth one";
            case LEAKED -> "do not write secrets and texts of messages to the output";
            case REPLACED -> "pass the exception that was received on as the cause";
        };
    }
}
