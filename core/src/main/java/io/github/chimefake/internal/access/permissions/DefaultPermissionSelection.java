package io.github.chimefake.internal.access.permissions;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.access.policies.CallerPolicies;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.CallSelection;
import io.github.chimefake.internal.filter.Schedule;
import io.github.chimefake.permissions.PermissionSelection;
import java.util.Optional;

/** Selects calls for a permission rule. */
@CheckReturnValue
class DefaultPermissionSelection extends CallSelection<DefaultPermissionSelection> implements PermissionSelection {
    final PermissionRules rules;
    final CallerPolicies policies;
    private final RuleTerms terms;

    DefaultPermissionSelection(PermissionRules rules, CallerPolicies policies, RuleTerms terms) {
        super(terms.filter());
        this.rules = rules;
        this.policies = policies;
        this.terms = terms;
    }

    @Override
    protected DefaultPermissionSelection with(CallFilter other) {
        return with(terms.with(other));
    }

    private DefaultPermissionSelection with(RuleTerms other) {
        return new DefaultPermissionSelection(rules, policies, other);
    }

    @Override
    public DefaultPermissionSelection by(ChannelRole role) {
        return with(terms.by(role));
    }

    @Override
    public DefaultPermissionSelection once() {
        return calls(1);
    }

    @Override
    public DefaultPermissionSelection calls(int count) {
        return with(terms.at(new Schedule.Next(atLeastOne("calls", count))));
    }

    @Override
    public DefaultPermissionSelection nthCall(int n) {
        return with(terms.at(new Schedule.Nth(atLeastOne("nthCall", n))));
    }

    @Override
    public DefaultPermissionSelection fromCall(int n) {
        return with(terms.at(new Schedule.From(atLeastOne("fromCall", n))));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration deny() {
        return register(filter(), Optional.of(ChimeError.UNAUTHORIZED_CLIENT));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration deny(ChimeError error) {
        return register(filter(), Optional.of(error));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration deny(Operation first, Operation... more) {
        return register(filter().on(first, more), Optional.of(ChimeError.UNAUTHORIZED_CLIENT));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration allow() {
        return register(filter(), Optional.empty());
    }

    @CanIgnoreReturnValue
    @Override
    public Registration allow(Operation first, Operation... more) {
        return register(filter().on(first, more), Optional.empty());
    }

    private Registration register(CallFilter calls, Optional<ChimeError> denial) {
        PermissionRule rule = new PermissionRule(rules, terms.with(calls).requireSatisfiable(), denial);
        rules.add(rule);
        return rule;
    }
}
