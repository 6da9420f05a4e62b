package io.github.chimefake.internal.sweep.calls;

/** Ends the code under test of a run that would not end by itself. An error, so that a loop that catches exceptions ends, too. */
@SuppressWarnings("serial")
public final class AbortedRunError extends Error {
    /** Creates an error that says why the run was aborted. */
    public AbortedRunError(String reason) {
        super(reason);
    }
}
