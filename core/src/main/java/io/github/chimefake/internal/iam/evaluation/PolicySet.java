package io.github.chimefake.internal.iam.evaluation;

import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * All policies that apply to a principal, by kind.
 *
 * <pre>{@code
 * PolicySet policies = PolicySet.empty()
 *         .with(PolicyKind.IDENTITY, new NamedPolicy("backend", ParsedPolicy.parse(json)))
 *         .with(PolicyKind.PERMISSIONS_BOUNDARY, new NamedPolicy("limits", ParsedPolicy.parse(boundary)));
 * }</pre>
 */
public final class PolicySet {
    private static final PolicyLayer IDENTITY = PolicyLayer.of(PolicyKind.IDENTITY);
    private static final PolicySet EMPTY = new PolicySet(Map.of());

    /** More than any service has actions. The limit keeps requests for invented actions from filling the heap. */
    private static final int ACTIONS_KEPT = 1_000;

    /** In the order in which AWS evaluates them; levels of an organization in the order in which they were added. */
    private final Map<PolicyLayer, List<NamedPolicy>> byLayer;

    private final List<PolicyLayer> requiredLayers;
    private final Map<String, List<Candidate>> candidates = new ConcurrentHashMap<>();

    /**
     * A statement whose action matches; its resource is not compared yet.
     *
     * @param statement the statement
     * @param matched the statement, as decisions name it
     * @param layer the index of its layer among those that must allow a request
     */
    record Candidate(Statement statement, MatchedStatement matched, int layer) {}

    private PolicySet(Map<PolicyLayer, List<NamedPolicy>> byLayer) {
        this.byLayer = byLayer;
        this.requiredLayers = Stream.concat(byLayer.keySet().stream(), Stream.of(IDENTITY))
                .distinct()
                .sorted(Comparator.comparing(PolicyLayer::kind))
                .toList();
    }

    /** Returns a set without policies, which denies everything. */
    public static PolicySet empty() {
        return EMPTY;
    }

    /** Returns a set of identity-based policies. */
    public static PolicySet identity(List<NamedPolicy> policies) {
        return EMPTY.with(PolicyKind.IDENTITY, policies);
    }

    /** Returns this set with one more policy of a kind. */
    public PolicySet with(PolicyKind kind, NamedPolicy policy) {
        return with(PolicyLayer.of(kind), policy);
    }

    /** Returns this set with one more policy. */
    public PolicySet with(PolicyLayer layer, NamedPolicy policy) {
        Map<PolicyLayer, List<NamedPolicy>> more = new LinkedHashMap<>(byLayer);
        more.put(
                layer,
                Stream.concat(policies(layer).stream(), Stream.of(policy)).toList());
        return new PolicySet(more);
    }

    /** Returns this set with more policies of a kind. */
    public PolicySet with(PolicyKind kind, List<NamedPolicy> policies) {
        PolicySet set = this;
        for (NamedPolicy policy : policies) {
            set = set.with(kind, policy);
        }
        return set;
    }

    /** Returns the policies of a layer, in the order in which they were added. */
    public List<NamedPolicy> policies(PolicyLayer layer) {
        return byLayer.getOrDefault(layer, List.of());
    }

    /** Returns the policies of a kind, layer by layer. */
    public List<NamedPolicy> policies(PolicyKind kind) {
        return layers().filter(layer -> layer.kind() == kind)
                .flatMap(layer -> policies(layer).stream())
                .toList();
    }

    private Stream<PolicyLayer> layers() {
        return requiredLayers.stream();
    }

    /** Returns whether there is no policy of any kind. */
    public boolean isEmpty() {
        return byLayer.isEmpty();
    }

    /** Returns the statements that match the action, ignoring case. They are cached, because callers repeat their actions. */
    List<Candidate> candidates(String action) {
        List<Candidate> known = candidates.get(action);
        if (known != null) {
            return known;
        }
        String foldedAction = RequestContext.folded(action);
        List<Candidate> found = new ArrayList<>();
        for (int layer = 0; layer < requiredLayers.size(); layer++) {
            for (NamedPolicy policy : policies(requiredLayers.get(layer))) {
                addCandidates(policy, layer, foldedAction, found);
            }
        }
        found = List.copyOf(found);
        if (!isEmpty() && candidates.size() < ACTIONS_KEPT) {
            candidates.put(action, found);
        }
        return found;
    }

    private void addCandidates(NamedPolicy policy, int layer, String foldedAction, List<Candidate> found) {
        List<Statement> statements = policy.document().statements();
        for (int index = 0; index < statements.size(); index++) {
            Statement statement = statements.get(index);
            if (statement.matchesAction(foldedAction)) {
                MatchedStatement matched =
                        DefaultMatchedStatement.of(requiredLayers.get(layer), policy.name(), index, statement);
                found.add(new Candidate(statement, matched, layer));
            }
        }
    }

    /** Returns the layers that must allow a request: that of identity-based policies, and each other one that has policies. */
    List<PolicyLayer> requiredLayers() {
        return requiredLayers;
    }
}
