package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.sweep.SweepOracle;
import java.util.Optional;

/** A secret, or the text of a message of at least 8 characters, is in the output, and not in that of the clean run. */
final class Leaked implements Oracle {
    private static final int LENGTH = 8;

    @Override
    public SweepOracle kind() {
        return SweepOracle.LEAKED;
    }

    @Override
    public Optional<String> judge(FailingRun run) {
        return run.confidential().stream()
                        .filter(text -> text.length() >= LENGTH)
                        .anyMatch(text -> run.output().contains(text)
                                && !run.clean().output().contains(text))
                ? Optional.of("a secret or the text of a message is in what the code wrote to System.out or System.err")
                : Optional.empty();
    }
}
