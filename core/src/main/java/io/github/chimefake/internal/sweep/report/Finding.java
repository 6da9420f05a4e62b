package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.sweep.SweepOracle;
import java.util.List;

/**
 * All alarms of one oracle at one line of code.
 *
 * @param line the line that is to be fixed, as far as that can be told
 * @param through the methods that the line calls, down to the one that made the calls
 * @param calledBy the lines that call it
 * @param reason what happened in one of the runs, with the last words of the others if only these differ
 * @param failures the short names of the failures
 * @param calls the calls that failed
 * @param runs the names of the runs
 * @param tests the names of the tests
 * @param runsOfTests the names of the runs, each with that of its test
 */
record Finding(
        SweepOracle oracle,
        String line,
        List<String> through,
        List<String> calledBy,
        String reason,
        List<String> failures,
        List<String> calls,
        List<String> runs,
        List<String> tests,
        List<String> runsOfTests) {
    Finding {
        through = List.copyOf(through);
        calledBy = List.copyOf(calledBy);
        failures = List.copyOf(failures);
        calls = List.copyOf(calls);
        runs = List.copyOf(runs);
        tests = List.copyOf(tests);
        runsOfTests = List.copyOf(runsOfTests);
    }
}
