package io.github.chimefake.sweep;

import io.github.chimefake.Experimental;
import java.util.List;

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

    /** Returns the report as text: alarms first, one entry for each line of code and oracle. */
    @Override
    String toString();
}
