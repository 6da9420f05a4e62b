package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.internal.sweep.calls.AbortedRunError;
import io.github.chimefake.internal.sweep.calls.CanonicalState;
import java.util.Optional;

/**
 * What running the same code again did, without a failure.
 *
 * @param exception what it threw
 * @param value what it returned, in canonical form
 */
public record SecondTry(Optional<Throwable> exception, Optional<String> value, CanonicalState after) {
    private static final String CODE = "The code ";

    /** Returns what it failed with, for example {@code fails with IllegalStateException}; or that it did not end. */
    static String describe(Throwable failure, String text) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof AbortedRunError && message.startsWith(CODE)
                ? message.substring(CODE.length())
                : "fails with " + text;
    }
}
