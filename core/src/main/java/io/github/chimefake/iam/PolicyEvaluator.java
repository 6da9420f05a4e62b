package io.github.chimefake.iam;

import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.iam.PolicyDecision.ResourceDecision;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides by IAM's rules for requests within one account: a statement that denies wins, whatever kind of policy it stands
 * in; else the request is allowed if an identity-based policy allows it, and the permissions boundary, the session policies
 * and the service control policies do so, too, each as far as there are any.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">
 *     How a request is allowed or denied</a>
 */
public final class PolicyEvaluator {
    private static final PolicyKind[] KINDS = PolicyKind.values();

    private PolicyEvaluator() {}

    /**
     * Decides one request.
     *
     * @param policies all policies of the principal; without an identity-based one, everything is denied
     * @param action for example {@code chime:SendChannelMessage}, matched without regard to case
     * @param resources what the action is checked on, each of which must be allowed; {@code *} for an action that has no
     *     resource
     * @param context what is known of the request
     * @throws IllegalArgumentException if there are no resources
     */
    public static PolicyDecision evaluate(
            PolicySet policies, String action, List<CheckedResource> resources, RequestContext context) {
        if (resources.isEmpty()) {
            throw new IllegalArgumentException("No resource to check " + action
                    + " on, so everything would be allowed. Give \"*\" for an action that has no resource");
        }
        String foldedAction = RequestContext.folded(action);
        List<ResourceDecision> decisions = new ArrayList<>(resources.size());
        for (CheckedResource resource : new LinkedHashSet<>(resources)) {
            decisions.add(decide(policies, foldedAction, resource, context));
        }
        return new PolicyDecision(policies, action, context, decisions);
    }

    private static ResourceDecision decide(
            PolicySet policies, String foldedAction, CheckedResource resource, RequestContext request) {
        EvaluationContext context = new EvaluationContext(request, resource.context());
        List<MatchedStatement> matched = new ArrayList<>();
        Set<PolicyKind> withoutAllow = EnumSet.noneOf(PolicyKind.class);
        for (PolicyKind kind : KINDS) {
            int before = matched.size();
            for (NamedPolicy policy : policies.policies(kind)) {
                addMatching(policy, kind, foldedAction, resource.arn(), context, matched);
            }
            if (policies.isRequired(kind) && !allows(matched.subList(before, matched.size()))) {
                withoutAllow.add(kind);
            }
        }
        return new ResourceDecision(resource, matched, List.copyOf(withoutAllow));
    }

    private static void addMatching(
            NamedPolicy policy,
            PolicyKind kind,
            String foldedAction,
            String arn,
            EvaluationContext context,
            List<MatchedStatement> matched) {
        List<Statement> statements = policy.document().statements();
        for (int index = 0; index < statements.size(); index++) {
            Statement statement = statements.get(index);
            if (statement.appliesTo(foldedAction, arn, context)) {
                matched.add(MatchedStatement.of(kind, policy.name(), index, statement));
            }
        }
    }

    private static boolean allows(List<MatchedStatement> matched) {
        for (MatchedStatement statement : matched) {
            if (statement.effect() == Effect.ALLOW) {
                return true;
            }
        }
        return false;
    }
}
