package io.github.chimefake.sweep;

import io.github.chimefake.Experimental;
import java.util.List;
import java.util.Map;

/**
 * The verdict on one run with a failure. Immutable. Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface SweepVerdict {
    /** Returns the name of the run, as {@link SweepSettings#onlyRun} takes it: all failures of the run, and the calls that met them. */
    String name();

    /** Returns the failure that was injected, and where; the last one, if the run has several. */
    InjectedFailure injected();

    /** Returns what the code made of it, for example {@code threw ForbiddenException} or {@code passed}. */
    String outcome();

    /** Returns the oracles that found the run wrong, each with its reason; empty if none did. */
    Map<SweepOracle, String> alarms();

    /**
     * Returns the lines of this verdict in {@link SweepReport#approvableLines()}: one for each alarm, or one that says that there is none.
     */
    List<String> approvableLines();

    /** Returns name, outcome and alarms in one line. */
    @Override
    String toString();
}
