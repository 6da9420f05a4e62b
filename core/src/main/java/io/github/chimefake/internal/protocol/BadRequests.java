package io.github.chimefake.internal.protocol;

import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.Provenance.ASSUMED;

import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.http.Excerpt;
import java.util.List;

/**
 * The refusals of input. What the service says of it was never published; the words are those of AWS's own frameworks,
 * which many of its services answer with, and the error is the one that the service documents for input.
 */
final class BadRequests {
    private BadRequests() {}

    /** A value breaks a rule; a list is not shown with its items. */
    static ServiceError brokenRule(MemberPath path, Object value, String rule) {
        String received =
                value instanceof List<?> list ? "a list of " + list.size() : "'" + Excerpt.of(value.toString()) + "'";
        return brokenRule(path, received, received.equals("''") ? "empty" : received, rule);
    }

    /** A value that was not given ought to be. */
    static ServiceError missing(MemberPath path) {
        return brokenRule(path, "null", "missing", "Member must not be null");
    }

    private static ServiceError brokenRule(MemberPath path, String received, String inWords, String rule) {
        String message = "1 validation error detected: Value " + received + " at '" + path
                + "' failed to satisfy constraint: " + rule;
        return new ServiceError(BAD_REQUEST, message, path + " was " + inWords + ". " + rule + ".", ASSUMED);
    }

    /** The request cannot be read. */
    static ServiceError unreadable(String problem) {
        return new ServiceError(BAD_REQUEST, problem, problem + ".", ASSUMED);
    }
}
