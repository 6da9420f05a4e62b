package io.github.chimefake.internal.iam.evaluation;

import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
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
    private static final PolicySet EMPTY = new PolicySet(new EnumMap<>(PolicyKind.class));

    /** More than any service has actions. The limit keeps requests for invented actions from filling the heap. */
    private static final int ACTIONS_KEPT = 1_000;

    private final Map<PolicyKind, List<NamedPolicy>> byKind;
    private final Set<PolicyKind> requiredKinds;
    private final Map<String, List<Candidate>> candidates = new ConcurrentHashMap<>();

    /**
     * A statement whose action matches; its resource is not compared yet.
     *
     * @param statement the statement
     * @param matched the statement, as decisions name it
     */
    record Candidate(Statement statement, MatchedStatement matched) {
        private static Candidate of(PolicyKind kind, NamedPolicy policy, int index) {
            Statement statement = policy.document().statements().get(index);
            return new Candidate(statement, DefaultMatchedStatement.of(kind, policy.name(), index, statement));
        }
    }

    private PolicySet(Map<PolicyKind, List<NamedPolicy>> byKind) {
        this.byKind = byKind;
        Set<PolicyKind> required = EnumSet.of(PolicyKind.IDENTITY);
        required.addAll(byKind.keySet());
        this.requiredKinds = Collections.unmodifiableSet(required);
    }

    /** Returns a set without policies, which denies everything. */
    public static PolicySet empty() {
        return EMPTY;
    }

    /** Returns a set of identity-based policies. */
    public static PolicySet identity(List<NamedPolicy> policies) {
        return EMPTY.with(PolicyKind.IDENTITY, policies);
    }

    /** Returns this set with one more policy. */
    public PolicySet with(PolicyKind kind, NamedPolicy policy) {
        return with(kind, List.of(policy));
    }

    /** Returns this set with more policies of a kind. */
    public PolicySet with(PolicyKind kind, List<NamedPolicy> policies) {
        if (policies.isEmpty()) {
            return this;
        }
        Map<PolicyKind, List<NamedPolicy>> more = new EnumMap<>(byKind);
        List<NamedPolicy> ofKind = new ArrayList<>(policies(kind));
        ofKind.addAll(policies);
        more.put(kind, List.copyOf(ofKind));
        return new PolicySet(more);
    }

    /** Returns the policies of a kind, in the order in which they were added. */
    public List<NamedPolicy> policies(PolicyKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** Returns whether there is no policy of any kind. */
    public boolean isEmpty() {
        return byKind.isEmpty();
    }

    /** Returns the statements that match the action, ignoring case. They are cached, because callers repeat their actions. */
    List<Candidate> candidates(String action) {
        List<Candidate> known = candidates.get(action);
        if (known != null) {
            return known;
        }
        String foldedAction = RequestContext.folded(action);
        List<Candidate> found = byKind.entrySet().stream()
                .flatMap(kind -> kind.getValue().stream().flatMap(policy -> candidates(kind.getKey(), policy)))
                .filter(candidate -> candidate.statement().matchesAction(foldedAction))
                .toList();
        if (!isEmpty() && candidates.size() < ACTIONS_KEPT) {
            candidates.put(action, found);
        }
        return found;
    }

    private static Stream<Candidate> candidates(PolicyKind kind, NamedPolicy policy) {
        return IntStream.range(0, policy.document().statements().size())
                .mapToObj(index -> Candidate.of(kind, policy, index));
    }

    /** Returns the kinds of policies that must allow a request: identity-based ones, and each other kind that is present. */
    Set<PolicyKind> requiredKinds() {
        return requiredKinds;
    }
}
