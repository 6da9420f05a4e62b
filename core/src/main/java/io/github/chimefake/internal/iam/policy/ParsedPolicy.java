package io.github.chimefake.internal.iam.policy;

import io.github.chimefake.iam.InvalidPolicyException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An IAM policy without a principal: an identity-based policy, a permissions boundary, a session policy or a service control
 * policy.
 *
 * <pre>{@code
 * ParsedPolicy policy = ParsedPolicy.parse("""
 *     {"Version": "2012-10-17",
 *      "Statement": [{"Effect": "Allow", "Action": "chime:Send*", "Resource": "*"}]}
 *     """);
 * }</pre>
 *
 * @param version the version of the policy language; only the newer one has variables
 * @param id the policy's id
 * @param statements its statements in their order
 * @param size how many characters the policy has, not counting white space
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the IAM JSON
 *     policy language</a>
 */
public record ParsedPolicy(Version version, Optional<String> id, List<Statement> statements, int size) {

    /** The versions of the policy language. */
    public enum Version {
        /** The older one, which is the default and has no variables. */
        V2008_10_17("2008-10-17"),
        /** The current one. */
        V2012_10_17("2012-10-17");

        private final String jsonValue;

        Version(String jsonValue) {
            this.jsonValue = jsonValue;
        }

        /** Returns the value of the element {@code Version}. */
        String jsonValue() {
            return jsonValue;
        }
    }

    public ParsedPolicy {
        statements = List.copyOf(statements);
    }

    /**
     * Parses a policy strictly: unknown elements and values are rejected, never skipped.
     *
     * @throws InvalidPolicyException if the text is not a policy, or has elements or values that policies do not have
     */
    public static ParsedPolicy parse(String json) {
        return PolicyReader.read(json);
    }

    /** Compares the content. The same content may be written in more or fewer characters. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ParsedPolicy policy
                && version == policy.version
                && id.equals(policy.id)
                && statements.equals(policy.statements);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, id, statements);
    }
}
