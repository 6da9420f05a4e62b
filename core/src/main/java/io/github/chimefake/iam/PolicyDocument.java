package io.github.chimefake.iam;

import java.util.List;
import java.util.Optional;

/**
 * An identity-based IAM policy.
 *
 * <pre>{@code
 * PolicyDocument policy = PolicyDocument.parse("""
 *     {"Version": "2012-10-17",
 *      "Statement": [{"Effect": "Allow", "Action": "chime:Send*", "Resource": "*"}]}
 *     """);
 * }</pre>
 *
 * @param id the policy's id
 * @param statements its statements in their order
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the IAM JSON
 *     policy language</a>
 */
public record PolicyDocument(Optional<String> id, List<Statement> statements) {

    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    /**
     * Reads a policy strictly: what is not understood is refused, never skipped. Not supported yet, and so refused, are
     * {@code Condition} and policy variables.
     *
     * @throws InvalidPolicyException if the text is no policy, or holds something that is not supported
     */
    public static PolicyDocument parse(String json) {
        return PolicyReader.read(json);
    }
}
