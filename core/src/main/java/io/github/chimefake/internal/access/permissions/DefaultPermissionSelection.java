package io.github.chimefake.internal.access.permissions;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.access.policies.CallerPolicies;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Schedule;
import io.github.chimefake.internal.filter.ScheduledSelection;
import io.github.chimefake.internal.filter.Sentence;
import io.github.chimefake.permissions.PermissionSelection;
import java.util.List;
import java.util.Optional;

/** Selects calls for a permission rule. */
@CheckReturnValue
class DefaultPermissionSelection extends ScheduledSelection<DefaultPermissionSelection> implements PermissionSelection {
    final PermissionRules rules;
    final CallerPolicies policies;
    private final Optional<ChannelRole> role;

    DefaultPermissionSelection(
            Sentence sentence,
            PermissionRules rules,
            CallerPolicies policies,
            CallFilter filter,
            Schedule schedule,
            Optional<ChannelRole> role) {
        super(sentence, filter, schedule);
        this.rules = rules;
        this.policies = policies;
        this.role = role;
    }

    @Override
    protected DefaultPermissionSelection with(CallFilter filter, Schedule schedule) {
        return new DefaultPermissionSelection(next(), rules, policies, filter, schedule, role);
    }

    @Override
    public DefaultPermissionSelection by(ChannelRole other) {
        return new DefaultPermissionSelection(next(), rules, policies, filter(), schedule(), Optional.of(other));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration deny() {
        return deny(ChimeError.UNAUTHORIZED_CLIENT);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration deny(ChimeError error) {
        return register(filter(), Optional.of(Denial.of(error)));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration deny(ChimeError error, String message) {
        return register(filter(), Optional.of(new Denial(error, message)));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration deny(Operation first, Operation... more) {
        return register(filter().on(first, more), Optional.of(Denial.of(ChimeError.UNAUTHORIZED_CLIENT)));
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

    @Override
    protected String steps() {
        return super.steps() + role.map(held -> ".by(" + held.name() + ")").orElse("");
    }

    private Registration register(CallFilter calls, Optional<Denial> denial) {
        finish();
        return rules.add(List.of(new PermissionRule(calls, role, schedule(), denial)));
    }
}
