package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.sweep.SweepOracle;
import java.util.Optional;

/** Something is stored more often than after the clean run, which also stores it. Redacted messages are all alike, and do not count. */
final class Duplicated implements Oracle {
    private static final String REDACTED = "redacted=true";

    @Override
    public SweepOracle kind() {
        return SweepOracle.DUPLICATED;
    }

    @Override
    public Optional<String> judge(FailingRun run) {
        if (!run.clean().stableState()) {
            return Optional.empty();
        }
        return run.after().things().entrySet().stream()
                .filter(thing -> !thing.getKey().contains(REDACTED))
                .filter(thing -> run.clean().after().count(thing.getKey()) > 0)
                .filter(thing -> thing.getValue() > run.clean().after().count(thing.getKey()))
                .filter(thing -> thing.getValue() > run.before().count(thing.getKey()))
                .map(thing -> "stored " + thing.getValue() + " times instead of "
                        + run.clean().after().count(thing.getKey()) + ": " + ReadableLine.of(thing.getKey()))
                .sorted()
                .findFirst();
    }
}
