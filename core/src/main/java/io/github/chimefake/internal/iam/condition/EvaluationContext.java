package io.github.chimefake.internal.iam.condition;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a request while one resource is checked. Keys are given as {@link RequestContext#folded} has them.
 *
 * @param request the keys of the request as a whole
 * @param resource the keys of this resource, which come first
 */
public record EvaluationContext(RequestContext request, RequestContext resource) {
    /** Nothing is known. */
    public static final EvaluationContext EMPTY = new EvaluationContext(RequestContext.empty(), RequestContext.empty());

    /** The key's values; empty if it is absent. */
    List<String> values(String foldedKey) {
        List<String> values = resource.foldedValues(foldedKey);
        return values.isEmpty() ? request.foldedValues(foldedKey) : values;
    }

    /**
     * What a policy variable stands for: nothing if its key is absent, has an empty value, or has several, as only
     * single-valued keys are variables.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value">
     *     Policy variables with no value</a>
     */
    Optional<String> variable(String foldedKey) {
        List<String> values = values(foldedKey);
        return values.size() == 1 && !values.get(0).isEmpty() ? Optional.of(values.get(0)) : Optional.empty();
    }
}
