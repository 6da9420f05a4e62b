package io.github.chimefake.sweep;

import io.github.chimefake.Experimental;
import io.github.chimefake.internal.sweep.report.ReportReader;
import io.github.chimefake.internal.sweep.report.SuiteReport;
import java.util.List;
import java.util.Map;

/**
 * The results of a sweep. Immutable. Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface SweepReport {
    /** Returns the name of the test. */
    String test();

    /** Returns the calls that were swept, in the order in which they were reached. */
    List<SweepSite> sites();

    /** Returns the verdicts of all runs with a failure, in the order of the runs. */
    List<SweepVerdict> verdicts();

    /** Returns the verdicts with an alarm. */
    List<SweepVerdict> alarms();

    /** Returns how many runs were left out because another run has the same effect. */
    int skippedAsEquivalent();

    /** Returns how many runs were left out because of the limit. */
    int skippedByLimit();

    /** Returns what else the reader should know, for example calls that are not the same in two clean runs. */
    List<String> notes();

    /**
     * Returns the lines that an approved file holds: sorted, without line numbers, times and ids, equal verdicts once. Lines with an alarm
     * begin with {@code alarm}.
     */
    List<String> approvableLines();

    /** Returns the report as indented JSON. */
    String toJson();

    /** Returns the report as one HTML page, which needs nothing else. It is made from the JSON. */
    String toHtml();

    /** Returns the report as text: alarms first, one entry for each line of code and oracle. */
    @Override
    String toString();

    /**
     * Returns one report about many tests, with the alarms of all tests at one line of code folded.
     *
     * @param reports the reports of the tests
     * @param notSwept the names of tests that were not swept, with the reasons
     */
    static OfSuite ofSuite(List<SweepReport> reports, Map<String, String> notSwept) {
        return new SuiteReport(reports, notSwept);
    }

    /**
     * Returns one report about the tests of several processes, which write theirs with {@link OfSuite#toJson()}. Of a test that is in several
     * reports, the last one counts.
     *
     * @throws IllegalArgumentException if a text is not one of these reports
     */
    static OfSuite ofSuites(List<String> jsonOfEach) {
        return ReportReader.merge(jsonOfEach);
    }

    /**
     * The results of the sweeps of many tests. Immutable. Not to be implemented by users.
     *
     * @since 0.1
     */
    @Experimental
    interface OfSuite {
        /** Returns one line that says how many tests ran how often, and how many alarms there are. */
        String summary();

        /** Returns the report as indented JSON, with the reports of all tests. */
        String toJson();

        /** Returns the report as one HTML page, which needs nothing else. It is made from the JSON. */
        String toHtml();

        /**
         * Returns the report as text: the summary, alarms with one entry for each line of code and oracle, the worst first, and a line for
         * each test.
         */
        @Override
        String toString();
    }
}
