package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.sweep.SweepOracle;
import java.util.Optional;

/** Finds a run wrong, or does not. */
interface Oracle {
    /** Returns the oracle that this implements. */
    SweepOracle kind();

    /** Returns why the run is wrong; empty if it is not. */
    Optional<String> judge(FailingRun run);
}
