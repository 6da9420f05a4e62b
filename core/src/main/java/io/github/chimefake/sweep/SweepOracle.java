package io.github.chimefake.sweep;

import io.github.chimefake.Experimental;
import java.util.Locale;

/**
 * A rule that finds a run wrong, without anything that the test says. Each can be switched off:
 * {@link SweepSettings#withoutOracles}.
 *
 * @since 0.1
 */
@Experimental
public enum SweepOracle {
    /** The code did not end, or made calls without an end. */
    HUNG,
    /** The code made something several times that it makes once if nothing fails. */
    DUPLICATED,
    /** The code failed and left a part of its changes, and a second try does not complete them. */
    HALF_DONE,
    /** The code failed and left nothing, and a second try fails, or returns something else. */
    POISONED,
    /** A denial reached the code, the test passed, and neither a later call nor the final state makes up for it. */
    SWALLOWED,
    /** Another failure than a denial reached the code, the test passed, and neither a later call nor the final state makes up for it. */
    MASKED,
    /** The code repeated a failed call at least twice, without a pause. */
    RETRIED_WITHOUT_PAUSE,
    /** A secret or the text of a message is in what the code wrote to {@code System.out} or {@code System.err}. */
    LEAKED,
    /** The code threw an exception that does not have the one it received as its cause. */
    REPLACED;

    /** Returns the name as reports write it, for example {@code half done}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
