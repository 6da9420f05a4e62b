package io.github.chimefake.internal.iam.simulator;

import io.github.chimefake.iam.PolicyDecision;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.iam.PolicySimulator;
import io.github.chimefake.iam.PolicyTemplate;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.evaluation.DefaultPolicyDecision;
import io.github.chimefake.internal.iam.evaluation.PolicyEvaluator;
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
            new DefaultPolicySimulator(PolicySet.empty(), RequestContext.empty(), Map.of());

    private final PolicySet policies;
    private final RequestContext principal;
    private final Map<String, List<String>> contextKeys;

    private DefaultPolicySimulator(
            PolicySet policies, RequestContext principal, Map<String, List<String>> contextKeys) {
        this.policies = policies;
        this.principal = principal;
        this.contextKeys = contextKeys;
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
        return attach(kind, NamedPolicy.of(policy.read()));
    }

    /** Adds a policy of this kind. */
    DefaultPolicySimulator attach(PolicyKind kind, NamedPolicy policy) {
        return new DefaultPolicySimulator(policies.with(kind, policy), principal, contextKeys);
    }

    @Override
    public DefaultPolicySimulator principal(String arn) {
        return new DefaultPolicySimulator(policies, PrincipalContext.of(arn), contextKeys);
    }

    @Override
    public DefaultPolicySimulator contextKey(String key, String... values) {
        Map<String, List<String>> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        keys.putAll(contextKeys);
        keys.put(key, List.of(values));
        return new DefaultPolicySimulator(policies, principal, keys);
    }

    /** Sets all condition keys of the request. */
    DefaultPolicySimulator context(RequestContext context) {
        return new DefaultPolicySimulator(policies, principal, context.asMap());
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
