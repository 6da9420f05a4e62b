package io.github.chimefake.internal.iam.condition;

import java.util.List;
import java.util.Optional;

/**
 * The context keys of a request while one resource is checked. Keys are compared in the form of {@link RequestContext#folded}.
 *
 * @param request the keys of the request as a whole
 * @param resource the keys of this resource, which have precedence
 */
public record EvaluationContext(RequestContext request, RequestContext resource) {
    /** A context without keys. */
    public static final EvaluationContext EMPTY = new EvaluationContext(RequestContext.empty(), RequestContext.empty());

    /** Returns the key's values; empty if it is absent. */
    List<String> values(String foldedKey) {
        List<String> values = resource.foldedValues(foldedKey);
        return values.isEmpty() ? request.foldedValues(foldedKey) : values;
    }

    /**
     * Returns the value of a policy variable; empty if its key is absent, has an empty value, or has several values, because
     * variables can only refer to single-valued keys.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value">
     *     Policy variables with no value</a>
     */
    Optional<String> variable(String foldedKey) {
        List<String> values = values(foldedKey);
        return values.size() == 1 && !values.get(0).isEmpty() ? Optional.of(values.get(0)) : Optional.empty();
    }
}
