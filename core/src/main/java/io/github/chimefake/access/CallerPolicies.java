package io.github.chimefake.access;

import io.github.chimefake.call.Call;
import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.iam.NamedPolicy;
import io.github.chimefake.iam.PolicyDecision;
import io.github.chimefake.iam.PolicyDecision.Outcome;
import io.github.chimefake.iam.PolicyDecision.ResourceDecision;
import io.github.chimefake.iam.PolicyEvaluator;
import io.github.chimefake.iam.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** The IAM policies of callers. A caller that has none may do everything; one that has some may do what they allow. */
public final class CallerPolicies {
    private final CallContexts contexts;
    private PMap<String, List<NamedPolicy>> byUniqueId = HashTreePMap.empty();

    /** The policies at one moment, to go back to. */
    public static final class Snapshot {
        private final PMap<String, List<NamedPolicy>> byUniqueId;

        private Snapshot(PMap<String, List<NamedPolicy>> byUniqueId) {
            this.byUniqueId = byUniqueId;
        }
    }

    /** No policies yet; conditions are held against these contexts. */
    public CallerPolicies(CallContexts contexts) {
        this.contexts = contexts;
    }

    synchronized void attach(ChimeCaller caller, NamedPolicy policy) {
        List<NamedPolicy> policies = new ArrayList<>(of(caller));
        policies.add(policy);
        byUniqueId = byUniqueId.plus(caller.uniqueId(), List.copyOf(policies));
    }

    synchronized void clear() {
        byUniqueId = HashTreePMap.empty();
    }

    private synchronized List<NamedPolicy> of(ChimeCaller caller) {
        return byUniqueId.getOrDefault(caller.uniqueId(), List.of());
    }

    /** Why the caller's policies refuse the call; empty if they allow it, or if there are none. */
    Optional<Refusal> check(Call call) {
        List<NamedPolicy> policies = of(call.caller());
        if (policies.isEmpty()) {
            return Optional.empty();
        }
        PolicyDecision decision = PolicyEvaluator.evaluate(
                PolicySet.identity(policies),
                call.operation().iamAction(),
                contexts.resources(call),
                contexts.of(call));
        return decision.firstDenied().map(denied -> accessDenied(call, decision, denied));
    }

    /**
     * The sentence is that of AWS's guide to access denied errors.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot access
     *     denied error messages</a>
     */
    private static Refusal accessDenied(Call call, PolicyDecision decision, ResourceDecision denied) {
        String action = call.operation().iamAction();
        String reason = denied.outcome() == Outcome.EXPLICITLY_DENIED
                ? "with an explicit deny in an identity-based policy"
                : "because no identity-based policy allows the " + action + " action";
        return new Refusal(
                ChimeError.ACCESS_DENIED,
                "User: " + call.caller().principalArn() + " is not authorized to perform: " + action + " on resource: "
                        + denied.resource() + " " + reason,
                decision.explain(),
                Provenance.OBSERVED);
    }

    /** The policies as they are attached now. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(byUniqueId);
    }

    /** Goes back to the policies of the snapshot. */
    public synchronized void restore(Snapshot snapshot) {
        byUniqueId = snapshot.byUniqueId;
    }
}
