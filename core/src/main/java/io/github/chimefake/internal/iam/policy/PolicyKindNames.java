package io.github.chimefake.internal.iam.policy;

import io.github.chimefake.iam.PolicyKind;

/**
 * The names of a kind of policies.
 *
 * @param jsonName the member of a simulation request, for example {@code permissionsBoundary}
 * @param noun the noun that explanations use before a policy's name, for example {@code policy} or {@code permissions boundary}
 * @param description AWS's name with its article, for example {@code an identity-based policy}
 */
public record PolicyKindNames(String jsonName, String noun, String description) {

    /** Returns the names of this kind. */
    public static PolicyKindNames of(PolicyKind kind) {
        return switch (kind) {
            case SERVICE_CONTROL ->
                new PolicyKindNames("serviceControlPolicies", "service control policy", "a service control policy");
            case IDENTITY -> new PolicyKindNames("identityPolicies", "policy", "an identity-based policy");
            case PERMISSIONS_BOUNDARY ->
                new PolicyKindNames("permissionsBoundary", "permissions boundary", "a permissions boundary");
            case SESSION -> new PolicyKindNames("sessionPolicies", "session policy", "a session policy");
        };
    }

    /** Returns the noun for several policies. */
    public String pluralNoun() {
        return noun.substring(0, noun.length() - 1) + "ies"; // All four end in y.
    }

    /** Returns AWS's name without the article, for example {@code identity-based policy}. */
    public String nameWithoutArticle() {
        return description.substring(description.indexOf(' ') + 1);
    }
}
