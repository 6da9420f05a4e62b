package io.github.chimefake.internal.access.policies;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.iam.PolicyDecision.Outcome;
import io.github.chimefake.iam.PolicyDecision.ResourceDecision;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.iam.evaluation.DefaultPolicyDecision;
import io.github.chimefake.internal.iam.evaluation.PolicySet;
import io.github.chimefake.internal.iam.policy.PolicyKindNames;
import java.util.List;
import java.util.Optional;

/**
 * The result of checking a call for one action.
 *
 * @param caller the caller
 * @param action the action with its resources
 * @param decision the decision of the caller's policies; empty if there are none and none are required
 * @param warnings the warnings about these policies
 * @param lacksBearer whether the call could have a bearer and has none
 */
public record CheckedCall(
        Caller caller,
        CheckedAction action,
        Optional<DefaultPolicyDecision> decision,
        String warnings,
        boolean lacksBearer) {

    /** Returns the error if the policies deny the action; otherwise empty. */
    public Optional<ServiceError> serviceError() {
        return decision.flatMap(decided -> decided.firstDenied().map(denied -> accessDenied(decided, denied)));
    }

    /**
     * Creates the error with the message of AWS's guide to access denied errors.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot
     *     access denied error messages</a>
     */
    private ServiceError accessDenied(DefaultPolicyDecision decided, ResourceDecision denied) {
        PolicyKind kind = denied.deniedBy().orElseThrow();
        String reason = denied.outcome() == Outcome.EXPLICITLY_DENIED
                ? "with an explicit deny in " + PolicyKindNames.of(kind).description()
                : "because no " + PolicyKindNames.of(kind).nameWithoutArticle() + " allows the " + action.name()
                        + " action";
        return new ServiceError(
                Layer.IAM_POLICY,
                ChimeError.ACCESS_DENIED,
                "User: " + caller.principalArn() + " is not authorized to perform: " + action.name() + " on resource: "
                        + denied.resource() + " " + reason,
                decided.explain() + withoutBearer(denied) + withoutPolicies(decided) + warnings,
                Provenance.OBSERVED);
    }

    /** Explains that without a bearer, statements that allow the action on users do not apply. */
    private String withoutBearer(ResourceDecision denied) {
        return lacksBearer && denied.outcome() != Outcome.EXPLICITLY_DENIED
                ? " The call has no bearer, so it was not checked on a user: set chimeBearer(…) on the request to"
                        + " the ARN of the user or bot that makes the call."
                : "";
    }

    private static String withoutPolicies(DefaultPolicyDecision decided) {
        PolicySet policies = decided.check().policies();
        if (policies.isEmpty()) {
            return " The caller has no policy, and chime.permissions().requirePolicies(true) requires one.";
        }
        return policies.policies(PolicyKind.IDENTITY).isEmpty()
                ? " Only identity-based policies grant permissions, and the caller has none: its other policies"
                        + " only limit what those grant."
                : "";
    }

    /** Returns why the action is allowed or denied. */
    public String explanation() {
        return decision.map(decided -> decided.explain() + warnings)
                .orElse("The caller has no policy, so it may do everything unless"
                        + " chime.permissions().requirePolicies(true) is set.");
    }

    /** Reports the action for each of its resources. */
    void reportTo(PermissionUse use) {
        if (decision.isPresent()) {
            for (ResourceDecision each : decision.get().resources()) {
                use.used(caller, action.name(), each.resource(), each.matched());
            }
        } else {
            for (String resource : action.resources()) {
                use.used(caller, action.name(), resource, List.of());
            }
        }
    }
}
