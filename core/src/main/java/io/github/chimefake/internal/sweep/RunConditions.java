package io.github.chimefake.internal.sweep;

import io.github.chimefake.internal.sweep.calls.CallsOfRun;
import io.github.chimefake.internal.sweep.oracles.FailingRun;
import java.util.Optional;

/**
 * What holds for a run.
 *
 * @param rules for its calls
 * @param limit how long the code may run
 * @param ownThreads the group of the thread that the code runs on, and can be left behind on; empty to run it on that of the test
 * @param isTrial whether a failure of the run, which injects none, is no failure of the test, but says that the code must run on its thread
 * @param withoutLast how the run with all failures but the last one ended; empty if there is none
 * @param reportsCleanRun whether the run is to report what is wrong about the run without a failure, too
 */
record RunConditions(
        CallsOfRun.Rules rules,
        CodeRun.Limit limit,
        Optional<ThreadGroup> ownThreads,
        boolean isTrial,
        Optional<FailingRun.Ending> withoutLast,
        boolean reportsCleanRun) {}
