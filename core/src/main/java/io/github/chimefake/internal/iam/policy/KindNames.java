package io.github.chimefake.internal.iam.policy;

import io.github.chimefake.iam.PolicyKind;

/**
 * The names of a kind of policies.
 *
 * @param jsonName the member of a simulation request, for example {@code permissionsBoundary}
 * @param noun what explanations put before a policy's name, for example {@code policy} or {@code permissions boundary}
 * @param description AWS's name with its article, for example {@code an identity-based policy}
 */
public record KindNames(String jsonName, String noun, String description) {

    /** Returns the names of this kind. */
    public static KindNames of(PolicyKind kind) {
        return switch (kind) {
            case SERVICE_CONTROL ->
                new KindNames("serviceControlPolicies", "service control policy", "a service control policy");
            case IDENTITY -> new KindNames("identityPolicies", "policy", "an identity-based policy");
            case PERMISSIONS_BOUNDARY ->
                new KindNames("permissionsBoundary", "permissions boundary", "a permissions boundary");
            case SESSION -> new KindNames("sessionPolicies", "session policy", "a session policy");
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
