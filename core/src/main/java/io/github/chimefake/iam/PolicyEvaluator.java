package io.github.chimefake.iam;

import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.iam.PolicyDecision.Outcome;
import io.github.chimefake.iam.PolicyDecision.ResourceDecision;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides by IAM's rules for identity-based policies: nothing is allowed by default, a statement may allow it, and one
 * that denies it wins over all that allow.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">
 *     How a request is allowed or denied</a>
 */
public final class PolicyEvaluator {
    private PolicyEvaluator() {}

    /**
     * Decides one request.
     *
     * @param policies all policies of the principal; with none, everything is denied
     * @param action for example {@code chime:SendChannelMessage}, matched without regard to case
     * @param resources the ARNs that the action is checked on, each of which must be allowed; {@code *} for an action that
     *     has no resource
     * @throws IllegalArgumentException if there are no resources
     */
    public static PolicyDecision evaluate(List<NamedPolicy> policies, String action, List<String> resources) {
        if (resources.isEmpty()) {
            throw new IllegalArgumentException("No resource to check " + action
                    + " on, so everything would be allowed. Give \"*\" for an action that has no resource");
        }
        return new PolicyDecision(
                policies,
                action,
                resources.stream()
                        .distinct()
                        .map(resource -> decide(policies, action, resource))
                        .toList());
    }

    private static ResourceDecision decide(List<NamedPolicy> policies, String action, String resource) {
        List<MatchedStatement> matched = new ArrayList<>();
        for (NamedPolicy policy : policies) {
            List<Statement> statements = policy.document().statements();
            for (int index = 0; index < statements.size(); index++) {
                Statement statement = statements.get(index);
                if (statement.appliesTo(action, resource)) {
                    matched.add(new MatchedStatement(policy.name(), index, statement.sid(), statement.effect()));
                }
            }
        }
        return new ResourceDecision(resource, outcome(matched), matched);
    }

    private static Outcome outcome(List<MatchedStatement> matched) {
        if (matched.stream().anyMatch(statement -> statement.effect() == Effect.DENY)) {
            return Outcome.EXPLICITLY_DENIED;
        }
        return matched.isEmpty() ? Outcome.IMPLICITLY_DENIED : Outcome.ALLOWED;
    }
}
