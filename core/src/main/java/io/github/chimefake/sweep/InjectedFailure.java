package io.github.chimefake.sweep;

import io.github.chimefake.Experimental;
import io.github.chimefake.failures.OperationFailure;

/**
 * A failure that a run injects, and the call that it is injected into. Immutable. Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface InjectedFailure {
    /** Returns the call. */
    SweepSite site();

    /** Returns the failure. */
    OperationFailure failure();

    /**
     * Returns the call and the failure as text, for example {@code SendChannelMessage #2 by alice in general: response lost}, which is also
     * the name of a run with this failure alone.
     */
    String name();

    /** Returns the name. */
    @Override
    String toString();
}
