package io.github.chimefake.internal.iam.policy;

import io.github.chimefake.internal.iam.condition.Condition;
import io.github.chimefake.internal.iam.syntax.MessageValues;
import java.util.List;
import java.util.Optional;

/**
 * What AWS accepts in a condition and what is most likely a mistake, whatever the service.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">IAM policy validation
 *     check reference</a>
 */
final class ConditionWarnings {
    private ConditionWarnings() {}

    /** Returns what is doubtful in the condition as a whole, as a full sentence without its period. */
    static Optional<String> of(Condition condition) {
        if (condition.values().isEmpty()) {
            return Optional.of("received an empty list, but no value can match it, and the condition is "
                    + (condition.isMetByAbsentKey() ? "met only if the request has no such key" : "never met")
                    + ". To require that the key is absent, write \"Null\": {" + MessageValues.quoted(condition.key())
                    + ": \"true\"}; else write the values");
        }
        if (condition.isNullCheckOfSet()) {
            return Optional.of("received " + MessageValues.quoted(condition.operator())
                    + ", but it looks only at values that are there: for an absent key it is "
                    + (condition.isMetByAbsentKey() ? "always" : "never")
                    + " met, whatever its value. Did you mean \"Null\"?");
        }
        return Optional.empty();
    }

    /** Returns what is doubtful in each value that is not of the operator's type. */
    static List<DefaultPolicyWarning> ofValues(Condition condition, String path) {
        return condition.mistypedValues().stream()
                .map(index -> new DefaultPolicyWarning(
                        valuePath(condition, path, index),
                        "received " + MessageValues.quoted(condition.values().get(index)) + ", but "
                                + condition.operator() + " compares with " + condition.expectedValue()
                                + ", and this value can match nothing; write one of that type, or use an operator for"
                                + " this one, for example \"StringEquals\""))
                .toList();
    }

    /** Adds the index, unless there is only one value. */
    static String valuePath(Condition condition, String path, int index) {
        return condition.values().size() == 1 ? path : path + "[" + index + "]";
    }
}
