package io.github.chimefake.internal.iam.simulator;

import io.github.chimefake.iam.PolicyDecision;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.iam.PolicySimulator;
import io.github.chimefake.iam.PolicyTemplate;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.evaluation.DefaultPolicyDecision;
import io.github.chimefake.internal.iam.evaluation.PolicyEvaluator;
import io.github.chimefake.internal.iam.evaluation.PolicyLayer;
import io.github.chimefake.internal.iam.evaluation.PolicyLimits;
import io.github.chimefake.internal.iam.evaluation.PolicySet;
import io.github.chimefake.internal.iam.evaluation.PrincipalContext;
import io.github.chimefake.internal.iam.evaluation.RequestedResource;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Evaluates policies for a principal and a context that are known in advance. */
public final class DefaultPolicySimulator implements PolicySimulator {
    /** Without policies, principal and context. */
    public static final DefaultPolicySimulator EMPTY =
            new DefaultPolicySimulator(PolicySet.empty(), RequestContext.empty(), Map.of(), true);

    private final PolicySet policies;
    private final RequestContext principal;
    private final Map<String, List<String>> contextKeys;
    private final boolean limited;

    private DefaultPolicySimulator(
            PolicySet policies, RequestContext principal, Map<String, List<String>> contextKeys, boolean limited) {
        this.policies = policies;
        this.principal = principal;
        this.contextKeys = contextKeys;
        this.limited = limited;
    }

    /** Evaluates a request in JSON. */
    public static String simulate(String json) {
        return SimulationResults.of(SimulationRequest.read(json).decide()).toJson();
    }

    @Override
    public DefaultPolicySimulator attach(PolicyTemplate policy) {
        return attach(PolicyKind.IDENTITY, policy);
    }

    @Override
    public DefaultPolicySimulator attach(PolicyKind kind, PolicyTemplate policy) {
        return attach(PolicyLayer.of(kind), NamedPolicy.of(policy.read()));
    }

    @Override
    public DefaultPolicySimulator attachServiceControl(String level, PolicyTemplate policy) {
        return attach(PolicyLayer.ofServiceControl(level), NamedPolicy.of(policy.read()));
    }

    /** Adds a policy in this layer. */
    DefaultPolicySimulator attach(PolicyLayer layer, NamedPolicy policy) {
        PolicySet more = policies.with(layer, policy);
        if (limited) {
            PolicyLimits.require(more, layer, String.join("", principal.values("aws:PrincipalArn")));
        }
        return new DefaultPolicySimulator(more, principal, contextKeys, limited);
    }

    @Override
    public DefaultPolicySimulator limitPolicies(boolean newLimited) {
        return new DefaultPolicySimulator(policies, principal, contextKeys, newLimited);
    }

    @Override
    public DefaultPolicySimulator principal(String arn) {
        return new DefaultPolicySimulator(policies, PrincipalContext.of(arn), contextKeys, limited);
    }

    @Override
    public DefaultPolicySimulator contextKey(String key, String... values) {
        Map<String, List<String>> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        keys.putAll(contextKeys);
        keys.put(key, List.of(values));
        return new DefaultPolicySimulator(policies, principal, keys, limited);
    }

    /** Sets all condition keys of the request. */
    DefaultPolicySimulator context(RequestContext context) {
        return new DefaultPolicySimulator(policies, principal, context.asMap(), limited);
    }

    @Override
    public PolicyDecision decide(String action, String... resources) {
        return decide(action, Arrays.stream(resources).map(CheckedResource::of).toList());
    }

    @Override
    public PolicyDecision decide(String action, List<CheckedResource> resources) {
        return check(
                action,
                resources.stream().map(DefaultPolicySimulator::requested).toList());
    }

    private static RequestedResource requested(CheckedResource resource) {
        RequestContext.Builder context = RequestContext.builder();
        resource.contextKeys().forEach(context::put);
        return new RequestedResource(resource.arn(), context.build());
    }

    /** Decides on the resources, or if there are none, on {@code *}. */
    DefaultPolicyDecision check(String action, List<RequestedResource> resources) {
        RequestContext.Builder context = RequestContext.builder().putAll(principal);
        contextKeys.forEach(context::put);
        return PolicyEvaluator.evaluate(
                policies,
                action,
                resources.isEmpty() ? List.of(RequestedResource.of("*")) : resources,
                context.build());
    }
}
