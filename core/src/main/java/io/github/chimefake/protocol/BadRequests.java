package io.github.chimefake.protocol;

import static io.github.chimefake.call.ChimeError.BAD_REQUEST;
import static io.github.chimefake.call.Provenance.ASSUMED;

import io.github.chimefake.call.Refusal;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The refusals of input. What the service says of it was never published; the words are those of AWS's own frameworks,
 * which many of its services answer with, and the error is the one that the service documents for input.
 */
final class BadRequests {
    private BadRequests() {}

    /** A value breaks a rule. */
    static Refusal brokenRule(MemberPath path, Object value, String rule) {
        return brokenRule(path, received(value), rule);
    }

    /** A value that was not given ought to be. */
    static Refusal missing(MemberPath path) {
        return brokenRule(path, "null", "Member must not be null");
    }

    /** The request cannot be read. */
    static Refusal unreadable(String problem) {
        return new Refusal(BAD_REQUEST, problem, problem + ".", ASSUMED);
    }

    private static Refusal brokenRule(MemberPath path, String received, String rule) {
        String message = "1 validation error detected: Value " + received + " at '" + path
                + "' failed to satisfy constraint: " + rule;
        String explanation = path + " was " + (received.equals("null") ? "missing" : received) + ". " + rule + ".";
        return new Refusal(BAD_REQUEST, message, explanation, ASSUMED);
    }

    private static String received(Object value) {
        if (value instanceof List<?> list) {
            return "a list of " + list.size();
        }
        if (value instanceof Map<?, ?> map) {
            return "a map of " + map.size();
        }
        return value instanceof SdkPojo ? "a structure" : "'" + Excerpt.of(value.toString()) + "'";
    }
}
