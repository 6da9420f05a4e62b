package io.github.chimefake.internal.iam.policy;

import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.iam.PolicyDocument;
import io.github.chimefake.internal.iam.syntax.PolicyErrors;
import io.github.chimefake.internal.iam.template.TemplateResolver;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A policy with the name that explanations use for it.
 *
 * @param name for example the name of its file
 * @param document the policy
 */
public record NamedPolicy(String name, ParsedPolicy document) implements PolicyDocument {
    private static final String DEFAULT_NAME = "policy";

    /**
     * Parses a policy that has no name.
     *
     * @throws InvalidPolicyException if the text is not a valid policy
     */
    public static NamedPolicy parse(String json) {
        return new NamedPolicy(DEFAULT_NAME, ParsedPolicy.parse(json));
    }

    /**
     * Reads a policy with placeholders.
     *
     * @param changes the replacements of placeholders, applied to each string in this order
     * @throws InvalidPolicyException if the text is not a valid policy, or if a placeholder is left; names the policy
     */
    public static NamedPolicy read(String name, String json, List<UnaryOperator<String>> changes) {
        try {
            return new NamedPolicy(name, PolicyReader.read(new TemplateResolver(changes).resolve(json), "$"));
        } catch (InvalidPolicyException e) {
            throw PolicyErrors.named(name, e);
        }
    }

    /**
     * Returns the policy behind the public type, which has no other implementation.
     *
     * @throws IllegalArgumentException if it is another implementation
     */
    public static NamedPolicy of(PolicyDocument policy) {
        if (policy instanceof NamedPolicy named) {
            return named;
        }
        throw new IllegalArgumentException("received a " + policy.getClass().getName()
                + ", expected a PolicyDocument from PolicyTemplate.read() or PolicyDocument.parse(json)");
    }

    @Override
    public List<PolicyWarning> warnings(ServiceVocabulary service) {
        return new PolicyWarnings(service).check(document);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
