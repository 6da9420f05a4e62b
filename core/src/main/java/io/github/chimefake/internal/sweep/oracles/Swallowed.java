package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.sweep.SweepOracle;
import java.util.Optional;

/** A denial reached the code, the test passed, and nothing makes up for it. */
final class Swallowed implements Oracle {
    @Override
    public SweepOracle kind() {
        return SweepOracle.SWALLOWED;
    }

    @Override
    public Optional<String> judge(FailingRun run) {
        return run.isDenial() && Unnoticed.isIn(run)
                ? Optional.of(
                        "the call was denied, code and test passed nevertheless, and " + Unnoticed.consequence(run))
                : Optional.empty();
    }
}
