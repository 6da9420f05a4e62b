package io.github.chimefake.internal.sweep.oracles;

/** Failures that neither code nor test noticed. */
final class Unnoticed {
    private Unnoticed() {}

    /** Returns whether a failure reached the code, the test passed, and neither later calls, nor state and value make up for it. */
    static boolean isIn(FailingRun run) {
        return run.reachedCode()
                && run.passed()
                && !run.isBestEffort()
                && !run.endsAsTheCleanRun()
                && !run.isMadeUpByCalls();
    }

    /** Returns what differs from the clean run. */
    static String consequence(FailingRun run) {
        return run.hasStateOfCleanRun()
                ? "the code returned " + run.value().orElse("nothing") + " instead of "
                        + run.clean().value().orElse("nothing")
                : "the state lacks "
                        + run.clean().after().things().entrySet().stream()
                                .filter(thing -> thing.getValue() > run.after().count(thing.getKey()))
                                .map(thing -> ReadableLine.of(thing.getKey()))
                                .sorted()
                                .findFirst()
                                .orElse("nothing that the clean run leaves, but has more than that");
    }
}
