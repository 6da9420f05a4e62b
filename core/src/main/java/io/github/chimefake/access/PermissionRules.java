package io.github.chimefake.access;

import io.github.chimefake.call.Call;
import io.github.chimefake.call.FakeLifetime;
import io.github.chimefake.call.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The explicit rules, in the order in which they were registered. The latest that matches a call decides. */
public final class PermissionRules {
    private final Roles roles;
    private final FakeLifetime lifetime;
    private List<PermissionRule> rules = List.of();

    /** The rules at one moment, to go back to. */
    public static final class Snapshot {
        private final List<PermissionRule> rules;

        private Snapshot(List<PermissionRule> rules) {
            this.rules = rules;
        }
    }

    /**
     * No rules yet.
     *
     * @param roles tells rules about roles whom they mean
     */
    public PermissionRules(Roles roles) {
        this(roles, new FakeLifetime());
    }

    /** Creates a list without rules, which can be changed while its fake runs. */
    public PermissionRules(Roles roles, FakeLifetime lifetime) {
        this.roles = roles;
        this.lifetime = lifetime;
    }

    /**
     * What the latest rule that matches a call says of it.
     *
     * @param rule the rule
     * @param refusal why it refuses the call; empty if it allows it
     */
    record Verdict(PermissionRule rule, Optional<Refusal> refusal) {}

    /** What the latest match says; empty if none matches. */
    synchronized Optional<Verdict> check(Call call) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (rules.get(i).matches(call, roles)) {
                return Optional.of(new Verdict(rules.get(i), rules.get(i).fire(call)));
            }
        }
        return Optional.empty();
    }

    synchronized void add(PermissionRule rule) {
        lifetime.requireRunning("A permission rule cannot be registered");
        List<PermissionRule> more = new ArrayList<>(rules);
        more.add(rule);
        rules = List.copyOf(more);
    }

    synchronized void remove(PermissionRule rule) {
        rules = rules.stream().filter(other -> other != rule).toList();
    }

    synchronized void clear() {
        lifetime.requireRunning("permissions().clear()");
        rules = List.of();
    }

    /** The rules as they are registered now. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(rules);
    }

    /** Registers again the rules of the snapshot, as if none had fired yet. */
    public synchronized void restore(Snapshot snapshot) {
        rules = snapshot.rules.stream()
                .map(rule -> rule.belongsTo(this) ? rule : rule.copyFor(this))
                .toList();
        rules.forEach(PermissionRule::rewind);
    }
}
