package io.github.chimefake.iam;

/**
 * The kinds of policies that are evaluated together. The order is that in which AWS evaluates them: of several kinds that deny an action,
 * the error message names the first.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation
 *     logic</a>
 * @since 0.1
 */
public enum PolicyKind {
    /**
     * A service control policy: limits what an account may do, if there are any. Those that are attached without a level of the
     * organization count as one set.
     */
    SERVICE_CONTROL,
    /** An identity-based policy: grants permissions. Without one, nothing is allowed. */
    IDENTITY,
    /** A permissions boundary: limits what identity-based policies grant, if there is one. */
    PERMISSIONS_BOUNDARY,
    /** A session policy: limits what a session may do of what its role may, if there are any. */
    SESSION
}
