package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.sweep.SweepOracle;
import java.util.Optional;

/** The code did not end in time, or made many more calls than the clean run. */
final class Hung implements Oracle {
    @Override
    public SweepOracle kind() {
        return SweepOracle.HUNG;
    }

    @Override
    public Optional<String> judge(FailingRun run) {
        return run.hung().map(reason -> "the code " + reason);
    }
}
