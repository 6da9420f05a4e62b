package io.github.chimefake.junit.jupiter.internal.suite;

import io.github.chimefake.sweep.SweepEngine;

/**
 * The next run of a test.
 *
 * @param fake the name of the fake that is swept, of those that extensions give the test
 */
record NextRun(SweepEngine.Run run, String fake) {}
