package io.github.chimefake.internal.sweep;

import io.github.chimefake.internal.sweep.calls.CallsOfRun;

/**
 * What holds for a run.
 *
 * @param rules for its calls
 * @param limit how long the code may run
 * @param onOwnThread whether the code runs on a thread that can be left behind, and not on that of the test
 * @param isTrial whether a failure of the run, which injects none, is no failure of the test, but says that the code must run on its thread
 * @param reportsCleanRun whether the run is to report what is wrong about the run without a failure, too
 */
record RunConditions(
        CallsOfRun.Rules rules, CodeRun.Limit limit, boolean onOwnThread, boolean isTrial, boolean reportsCleanRun) {}
