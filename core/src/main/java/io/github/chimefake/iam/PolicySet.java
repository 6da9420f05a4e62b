package io.github.chimefake.iam;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All policies that apply to a principal, by kind.
 *
 * <pre>{@code
 * PolicySet policies = PolicySet.empty()
 *         .with(PolicyKind.IDENTITY, new NamedPolicy("backend", PolicyDocument.parse(json)))
 *         .with(PolicyKind.PERMISSIONS_BOUNDARY, new NamedPolicy("limits", PolicyDocument.parse(boundary)));
 * }</pre>
 */
public final class PolicySet {
    private static final PolicySet EMPTY = new PolicySet(new EnumMap<>(PolicyKind.class));

    private final Map<PolicyKind, List<NamedPolicy>> byKind;

    private PolicySet(Map<PolicyKind, List<NamedPolicy>> byKind) {
        this.byKind = byKind;
    }

    /** No policies, by which everything is denied. */
    public static PolicySet empty() {
        return EMPTY;
    }

    /** Identity-based policies only. */
    public static PolicySet identity(List<NamedPolicy> policies) {
        return EMPTY.with(PolicyKind.IDENTITY, policies);
    }

    /** This set and one more policy. */
    public PolicySet with(PolicyKind kind, NamedPolicy policy) {
        return with(kind, List.of(policy));
    }

    /** This set and more policies of a kind. */
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

    /** The policies of a kind, in the order in which they were added. */
    public List<NamedPolicy> policies(PolicyKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** Whether there is no policy of any kind. */
    public boolean isEmpty() {
        return byKind.isEmpty();
    }

    /** The kinds that must allow a request: identity-based policies, and each other kind of which there are any. */
    Set<PolicyKind> requiredKinds() {
        Set<PolicyKind> kinds = EnumSet.of(PolicyKind.IDENTITY);
        kinds.addAll(byKind.keySet());
        return kinds;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicySet set && byKind.equals(set.byKind);
    }

    @Override
    public int hashCode() {
        return byKind.hashCode();
    }

    @Override
    public String toString() {
        return byKind.toString();
    }
}
