package io.github.chimefake.internal.iam.evaluation;

import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.internal.iam.condition.EvaluationContext;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.evaluation.PolicySet.Candidate;
import io.github.chimefake.internal.iam.policy.Effect;
import io.github.chimefake.internal.iam.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Decides by IAM's rules for requests within one account. A statement that denies wins, whatever kind of policy it is in.
 * Otherwise the request is allowed if an identity-based policy allows it, and if each other kind of policy that is present
 * (permissions boundaries, session policies, service control policies) allows it, too. Of service control policies whose level in
 * the organization is known, each level must allow it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">
 *     How a request is allowed or denied</a>
 */
public final class PolicyEvaluator {
    private PolicyEvaluator() {}

    /**
     * Decides one request.
     *
     * @param policies all policies of the principal; without an identity-based one, everything is denied
     * @param action for example {@code chime:SendChannelMessage}, matched without regard to case
     * @param resources the resources to check, each of which must be allowed; {@code *} for an action that has no
     *     resource
     * @param context the context keys of the request
     * @throws IllegalArgumentException if there are no resources
     */
    public static DefaultPolicyDecision evaluate(
            PolicySet policies, String action, List<RequestedResource> resources, RequestContext context) {
        if (resources.isEmpty()) {
            throw new IllegalArgumentException("No resource to check " + action
                    + " on, so everything would be allowed. Use \"*\" for an action that has no resource");
        }
        List<Candidate> candidates = policies.candidates(action);
        PolicyCheck check = new PolicyCheck(policies, action, context);
        List<DefaultResourceDecision> decisions = new ArrayList<>(resources.size());
        for (RequestedResource resource : new LinkedHashSet<>(resources)) {
            decisions.add(decide(check, candidates, resource));
        }
        return new DefaultPolicyDecision(check, decisions);
    }

    private static DefaultResourceDecision decide(
            PolicyCheck check, List<Candidate> candidates, RequestedResource resource) {
        EvaluationContext context = new EvaluationContext(check.context(), resource.context());
        List<MatchedStatement> matched = new ArrayList<>();
        List<PolicyLayer> layers = check.policies().requiredLayers();
        boolean[] allowed = new boolean[layers.size()];
        for (Candidate candidate : candidates) {
            Statement statement = candidate.statement();
            if (statement.appliesTo(resource.arn(), context)) {
                matched.add(candidate.matched());
                if (statement.effect() == Effect.ALLOW) {
                    allowed[candidate.layer()] = true;
                }
            }
        }
        List<PolicyLayer> withoutAllow = new ArrayList<>(0);
        for (int layer = 0; layer < allowed.length; layer++) {
            if (!allowed[layer]) {
                withoutAllow.add(layers.get(layer));
            }
        }
        return new DefaultResourceDecision(check, resource, matched, withoutAllow);
    }
}
