package io.github.chimefake.internal.sweep;

import io.github.chimefake.internal.sweep.oracles.FailingRun;

/** Says what the code made of a failure. */
final class Results {
    static final String NO_END = "did not end";

    private Results() {}

    static String describe(FailingRun run) {
        if (run.hung().isPresent()) {
            return NO_END;
        }
        if (run.exception().isPresent()) {
            return "threw " + run.exception().get().getClass().getSimpleName();
        }
        if (run.testFailed()) {
            return "returned, and the test failed";
        }
        return run.hasValueOfCleanRun() && run.hasStateOfCleanRun() ? "passed" : "passed with another result";
    }
}
