package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.internal.sweep.calls.CanonicalState;
import java.util.Optional;

/** Failures that neither code nor test noticed. */
final class Unnoticed {
    private Unnoticed() {}

    /**
     * Returns whether a failure reached the code, code and test passed, state and value are not both those of the clean run, no later call
     * makes up for the failure, the last of several failures made a difference, a test that is swept does not expect a failure, and more is wrong than that a call failed which the code may fail to make.
     */
    static boolean isIn(FailingRun run) {
        return run.reachedCode()
                && run.passed()
                && !run.endsAsTheCleanRun()
                && !run.endsAsWithoutLast()
                && !run.mayBeExpected()
                && !MakingUp.isIn(run)
                && !BestEffortCalls.areAllThatIsMissing(run);
    }

    /** Returns what differs from the clean run. */
    static String consequence(FailingRun run) {
        return run.hasStateOfCleanRun()
                ? "the code returned " + ReadableLine.shortened(run.value().orElse("nothing")) + " instead of "
                        + ReadableLine.shortened(run.clean().value().orElse("nothing"))
                : more(run.clean().after(), run.after())
                        .map(thing -> "the state lacks " + thing)
                        .or(() -> more(run.after(), run.clean().after())
                                .map(thing -> "the state has what the clean run does not leave: " + thing))
                        .orElse("the state is another one");
    }

    private static Optional<String> more(CanonicalState in, CanonicalState than) {
        return in.things().entrySet().stream()
                .filter(thing -> thing.getValue() > than.count(thing.getKey()))
                .map(thing -> ReadableLine.of(thing.getKey()))
                .sorted()
                .findFirst();
    }
}
