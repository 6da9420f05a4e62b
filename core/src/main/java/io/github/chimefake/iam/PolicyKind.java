package io.github.chimefake.iam;

/**
 * The kinds of policies that decide together. The order is that in which AWS asks them, and so that in which one of them is
 * named for a denial.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation
 *     logic</a>
 */
public enum PolicyKind {
    /** Limits what an account may do, if there are any. All of them count as one set. */
    SERVICE_CONTROL("serviceControlPolicies", "service control policy", "a service control policy"),
    /** Allows; without one, nothing is allowed. */
    IDENTITY("identityPolicies", "policy", "an identity-based policy"),
    /** Limits what identity-based policies may allow, if there is one. */
    PERMISSIONS_BOUNDARY("permissionsBoundary", "permissions boundary", "a permissions boundary"),
    /** Limits what a session may do of what its role may, if there are any. */
    SESSION("sessionPolicies", "session policy", "a session policy");

    private final String jsonName;
    private final String noun;
    private final String description;

    PolicyKind(String jsonName, String noun, String description) {
        this.jsonName = jsonName;
        this.noun = noun;
        this.description = description;
    }

    /** The name in the JSON form of {@link PolicySimulator}. */
    String jsonName() {
        return jsonName;
    }

    /** What explanations put before a policy's name: {@code policy}, {@code permissions boundary}. */
    public String noun() {
        return noun;
    }

    /** The same for several. */
    String pluralNoun() {
        return noun.substring(0, noun.length() - 1) + "ies"; // All four end in y.
    }

    /** The kind as AWS calls it, with its article: {@code an identity-based policy}, {@code a permissions boundary}. */
    public String description() {
        return description;
    }

    /** The same without the article: {@code identity-based policy}. */
    public String nameWithoutArticle() {
        return description.substring(description.indexOf(' ') + 1);
    }
}
