package io.github.chimefake.internal.iam.evaluation;

import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.syntax.MessageValues;
import java.util.Optional;

/**
 * The context keys that follow from a principal's ARN.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable">Principal
 *     key values</a>
 */
public final class PrincipalContext {
    private static final String EXAMPLES = "\"arn:aws:iam::111122223333:role/chat-backend\"";

    private PrincipalContext() {}

    /**
     * Returns the keys of a user, a role, a role's session, a federated user or an account.
     *
     * @throws IllegalArgumentException if the ARN does not belong to a principal
     */
    public static RequestContext of(String arn) {
        return find(arn)
                .orElseThrow(() -> new IllegalArgumentException("received " + MessageValues.quoted(arn)
                        + ", expected the ARN of a user, a role, an assumed role, a federated user or an account's root,"
                        + " for example " + EXAMPLES));
    }

    /** Returns the keys of a user, a role, a role's session, a federated user or an account; empty if the ARN is of another kind. */
    public static Optional<RequestContext> find(String arn) {
        String[] components = arn.split(":", 6);
        boolean isPrincipal = components.length == 6
                && components[0].equals("arn")
                && (components[2].equals("iam") || components[2].equals("sts"));
        return Optional.of(components)
                .filter(all -> isPrincipal)
                .flatMap(all -> keys(arn, all[1], all[4], all[5]))
                .map(keys -> keys.with("aws:PrincipalAccount", components[4]));
    }

    private static Optional<RequestContext> keys(String arn, String partition, String account, String resource) {
        String[] path = resource.split("/");
        RequestContext keys = RequestContext.empty().with("aws:PrincipalArn", arn);
        return switch (path[0]) {
            case "user" ->
                Optional.of(keys.with("aws:PrincipalType", "User").with("aws:username", path[path.length - 1]));
            case "role" -> Optional.of(keys.with("aws:PrincipalType", "AssumedRole"));
            case "assumed-role" ->
                Optional.of(path)
                        .filter(names -> names.length > 1)
                        // The key holds the role, not the session.
                        .map(names -> keys.with("aws:PrincipalType", "AssumedRole")
                                .with(
                                        "aws:PrincipalArn",
                                        "arn:" + partition + ":iam::" + account + ":role/" + names[1]));
            case "federated-user" ->
                Optional.of(keys.with("aws:PrincipalType", "FederatedUser")
                        .with("aws:userid", account + ":" + path[path.length - 1]));
            case "root" -> Optional.of(keys.with("aws:PrincipalType", "Account").with("aws:userid", account));
            default -> Optional.empty();
        };
    }
}
