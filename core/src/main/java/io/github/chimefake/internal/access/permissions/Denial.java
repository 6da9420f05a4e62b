package io.github.chimefake.internal.access.permissions;

import io.github.chimefake.ChimeError;
import java.util.Objects;

/**
 * How a permission rule denies calls.
 *
 * @param message the message of the error response
 */
record Denial(ChimeError error, String message) {
    Denial {
        Objects.requireNonNull(message, "message");
    }

    /** Returns a denial with the default message of the error. */
    static Denial of(ChimeError error) {
        return new Denial(error, error.defaultMessage());
    }

    @Override
    public String toString() {
        return message.equals(error.defaultMessage()) ? error.errorType() : error.errorType() + " \"" + message + '"';
    }
}
