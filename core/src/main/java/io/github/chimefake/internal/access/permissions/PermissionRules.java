package io.github.chimefake.internal.access.permissions;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Refusal;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The explicit rules, in the order in which they were registered. The latest that matches a call decides. */
public final class PermissionRules {
    private final RoleLookup roles;
    private final UserCode userCode;
    private final FakeLifetime lifetime;
    private volatile List<PermissionRule> rules = List.of();

    /** The rules at one moment, to go back to. */
    public static final class Snapshot {
        private final List<PermissionRule> rules;

        private Snapshot(List<PermissionRule> rules) {
            this.rules = rules;
        }
    }

    /**
     * Creates a list without rules.
     *
     * @param roles tells rules about roles whom they mean
     * @param userCode runs the predicates of rules
     */
    public PermissionRules(RoleLookup roles, UserCode userCode) {
        this(roles, userCode, new FakeLifetime());
    }

    /** Creates a list without rules, which can be changed while its fake runs. */
    public PermissionRules(RoleLookup roles, UserCode userCode, FakeLifetime lifetime) {
        this.roles = roles;
        this.userCode = userCode;
        this.lifetime = lifetime;
    }

    /**
     * What the latest rule that matches a call says of it.
     *
     * @param rule the rule
     * @param refusal why it refuses the call; empty if it allows it
     */
    public record Verdict(PermissionRule rule, Optional<Refusal> refusal) {}

    /** Returns what the latest match says; empty if none matches. */
    public Optional<Verdict> check(Call call) {
        List<PermissionRule> registered = rules;
        for (int i = registered.size() - 1; i >= 0; i--) {
            PermissionRule rule = registered.get(i);
            if (decides(rule, call)) {
                return Optional.of(new Verdict(rule, rule.refusal(call)));
            }
        }
        return Optional.empty();
    }

    /** Predicates are asked between two looks at the counters and not within one: they may wait, or call the fake. */
    private boolean decides(PermissionRule rule, Call call) {
        synchronized (this) {
            Optional<Boolean> decided = rule.decided(call);
            if (decided.isPresent() || rule.isUsedUp()) {
                return decided.orElse(false);
            }
        }
        return rule.means(call, roles, userCode) && take(rule, call);
    }

    /** Counts the call for the rule, unless another call has used it up, or it was closed, meanwhile. */
    private synchronized boolean take(PermissionRule rule, Call call) {
        Optional<Boolean> decided = rule.decided(call);
        if (decided.isPresent() || !rules.contains(rule) || rule.isUsedUp()) {
            return decided.orElse(false);
        }
        return rule.decide(call);
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
