package io.github.chimefake.internal.access.policies;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.iam.PolicyDecision.Outcome;
import io.github.chimefake.iam.PolicyDecision.ResourceDecision;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.Refusal;
import io.github.chimefake.internal.iam.evaluation.DefaultPolicyDecision;
import io.github.chimefake.internal.iam.evaluation.PolicySet;
import io.github.chimefake.internal.iam.policy.KindNames;
import java.util.List;
import java.util.Optional;

/**
 * One action that a call was checked for.
 *
 * @param caller who called
 * @param action what for, and on what
 * @param decision what the caller's policies say; empty if there are none and none are needed
 * @param warnings what is doubtful in them, in words
 * @param lacksBearer whether the call might have named a bearer and did not
 */
public record CheckedCall(
        Caller caller,
        CheckedAction action,
        Optional<DefaultPolicyDecision> decision,
        String warnings,
        boolean lacksBearer) {

    /** Why the policies refuse the action; empty if they do not. */
    public Optional<Refusal> refusal() {
        return decision.flatMap(decided -> decided.firstDenied().map(denied -> accessDenied(decided, denied)));
    }

    /**
     * The sentence is that of AWS's guide to access denied errors.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot access
     *     denied error messages</a>
     */
    private Refusal accessDenied(DefaultPolicyDecision decided, ResourceDecision denied) {
        PolicyKind kind = denied.deniedBy().orElseThrow();
        String reason = denied.outcome() == Outcome.EXPLICITLY_DENIED
                ? "with an explicit deny in " + KindNames.of(kind).description()
                : "because no " + KindNames.of(kind).nameWithoutArticle() + " allows the " + action.name() + " action";
        return new Refusal(
                ChimeError.ACCESS_DENIED,
                "User: " + caller.principalArn() + " is not authorized to perform: " + action.name() + " on resource: "
                        + denied.resource() + " " + reason,
                decided.explain() + withoutBearer(denied) + withoutPolicies(decided) + warnings,
                Provenance.OBSERVED);
    }

    /** Without a bearer, what allows the action on users does not apply. */
    private String withoutBearer(ResourceDecision denied) {
        return lacksBearer && denied.outcome() != Outcome.EXPLICITLY_DENIED
                ? " The call has no bearer, so it was not checked on a user: set chimeBearer(…) on the request to the ARN of"
                        + " the user or bot that speaks."
                : "";
    }

    private static String withoutPolicies(DefaultPolicyDecision decided) {
        PolicySet policies = decided.check().policies();
        if (policies.isEmpty()) {
            return " The caller has no policy, and since chime.permissions().requirePolicies(true) it needs one.";
        }
        return policies.policies(PolicyKind.IDENTITY).isEmpty()
                ? " Only identity-based policies grant anything, and the caller has none: the others limit what they grant."
                : "";
    }

    /** Why the action is allowed, or denied. */
    public String explanation() {
        return decision.map(decided -> decided.explain() + warnings)
                .orElse(
                        "The caller has no policy, and may do everything until chime.permissions().requirePolicies(true).");
    }

    /** Tells of every resource that the action was let be done on. */
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
