package io.github.chimefake.iam;

import java.util.Arrays;
import java.util.List;

/**
 * Answers, without a server, whether policies allow an action on resources: any service's actions, in any context.
 *
 * <pre>{@code
 * PolicyDecision decision = PolicySimulator.of(policies)
 *         .principal("arn:aws:iam::111122223333:role/chat-backend")
 *         .context(RequestContext.empty().with("aws:SecureTransport", "true"))
 *         .decide("chime:SendChannelMessage", channelArn, userArn);
 * assertThat(decision.isAllowed()).as(decision.explain()).isTrue();
 * }</pre>
 *
 * <p>Instances are immutable. The same can be asked {@linkplain #simulate in JSON}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html">SimulateCustomPolicy</a>,
 *     whose shape this follows
 */
public final class PolicySimulator {
    private final PolicySet policies;
    private final RequestContext principal;
    private final RequestContext context;

    private PolicySimulator(PolicySet policies, RequestContext principal, RequestContext context) {
        this.policies = policies;
        this.principal = principal;
        this.context = context;
    }

    /** Simulates these policies, for a principal and a context of which nothing is known yet. */
    public static PolicySimulator of(PolicySet policies) {
        return new PolicySimulator(policies, RequestContext.empty(), RequestContext.empty());
    }

    /**
     * For this principal, from whose ARN follow {@code aws:PrincipalArn}, {@code aws:PrincipalAccount},
     * {@code aws:PrincipalType} and, of a user, {@code aws:username}, where the context does not set them.
     *
     * @throws IllegalArgumentException if it is not the ARN of a user, a role, an assumed role, a federated user or an
     *     account's root
     */
    public PolicySimulator principal(String arn) {
        return new PolicySimulator(policies, PrincipalContext.of(arn), context);
    }

    /** In this context, in place of the one given before. */
    public PolicySimulator context(RequestContext context) {
        return new PolicySimulator(policies, principal, context);
    }

    /**
     * Decides whether the action is allowed.
     *
     * @param action for example {@code chime:SendChannelMessage}
     * @param resources the ARNs on which the action is checked, each of which must be allowed; without any, {@code *}
     */
    public PolicyDecision decide(String action, String... resources) {
        return decide(action, Arrays.stream(resources).map(CheckedResource::of).toList());
    }

    /**
     * Decides whether the action is allowed on resources of each of which something else is known.
     *
     * @param action for example {@code chime:SendChannelMessage}
     * @param resources on what the action is checked, each of which must be allowed; without any, {@code *}
     */
    public PolicyDecision decide(String action, List<CheckedResource> resources) {
        return PolicyEvaluator.evaluate(
                policies,
                action,
                resources.isEmpty() ? List.of(CheckedResource.of("*")) : resources,
                principal.with(context));
    }

    /**
     * Answers a request in JSON with JSON, as {@code docs/policy-simulation.md} describes.
     *
     * @param json an object with the members {@code action}, {@code resources}, {@code principal}, {@code context} and, as
     *     lists of policies, {@code identityPolicies}, {@code permissionsBoundary}, {@code sessionPolicies} and
     *     {@code serviceControlPolicies}; only the action is required
     * @return an object with the member {@code results}, a list of objects with the members {@code resource},
     *     {@code decision}, {@code matchedStatements} and {@code explanation}
     * @throws InvalidSimulationException if the request is not of that form
     * @throws InvalidPolicyException if one of the policies is none
     */
    public static String simulate(String json) {
        return SimulationResults.of(SimulationRequest.read(json).decide()).toJson();
    }
}
