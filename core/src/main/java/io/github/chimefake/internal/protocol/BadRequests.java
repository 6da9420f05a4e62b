package io.github.chimefake.internal.protocol;

import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.Provenance.ASSUMED;

import io.github.chimefake.Layer;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.http.Excerpt;
import java.util.List;

/**
 * Error responses for invalid input. The messages of the service are not published; these are the messages of AWS's own
 * frameworks, which many services send. The error is the one that the service documents for input.
 */
final class BadRequests {
    private BadRequests() {}

    /**
     * Returns the error for a value that breaks a constraint. The message contains the size of a list, not its items.
     */
    static ServiceError brokenConstraint(MemberPath path, Object value, String constraint) {
        String received = value instanceof List<?> list
                ? "a list of " + list.size()
                : "'" + (path.isOfSecret() ? "…" : Excerpt.of(value.toString())) + "'";
        return brokenConstraint(path, received, received.equals("''") ? "empty" : received, constraint);
    }

    /** Returns the error for a missing value. */
    static ServiceError missing(MemberPath path) {
        return brokenConstraint(path, "null", "missing", "Member must not be null");
    }

    private static ServiceError brokenConstraint(
            MemberPath path, String received, String description, String constraint) {
        String message = "1 validation error detected: Value " + received + " at '" + path
                + "' failed to satisfy constraint: " + constraint;
        return new ServiceError(
                Layer.VALIDATION,
                BAD_REQUEST,
                message,
                path + " was " + description + ". " + constraint + ".",
                ASSUMED);
    }

    /** Returns the error for a request that cannot be read. */
    static ServiceError unreadable(String problem) {
        return new ServiceError(Layer.VALIDATION, BAD_REQUEST, problem, problem + ".", ASSUMED);
    }
}
