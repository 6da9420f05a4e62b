package io.github.chimefake.internal.access.permissions;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Schedule;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which calls a rule applies to.
 *
 * @param filter whom, what and where
 * @param role what the bearer must be to the channel
 * @param schedule which of these calls
 */
record RuleTerms(CallFilter filter, Optional<ChannelRole> role, Schedule schedule) {
    static final RuleTerms ANY = new RuleTerms(CallFilter.ANY, Optional.empty(), new Schedule.Always());

    RuleTerms with(CallFilter other) {
        return new RuleTerms(other, role, schedule);
    }

    RuleTerms by(ChannelRole other) {
        return new RuleTerms(filter, Optional.of(other), schedule);
    }

    RuleTerms at(Schedule other) {
        return new RuleTerms(filter, role, other);
    }

    /**
     * These terms, if any call can meet them.
     *
     * @throws IllegalArgumentException if none can
     */
    RuleTerms requireSatisfiable() {
        filter.requireSatisfiable();
        role.ifPresent(held -> filter.requireBearers(toString(), "Leave out by(role)"));
        return this;
    }

    boolean matches(Call call, RoleLookup roles, UserCode userCode, Supplier<String> owner) {
        return filter.matches(call, userCode, owner)
                && (role.isEmpty()
                        || call.bearer()
                                .filter(bearer -> roles.of(
                                                bearer, call.resources().channel())
                                        .contains(role.get()))
                                .isPresent());
    }

    /** In words, for example {@code SendChannelMessage by a bearer that is a member of the channel, once}. */
    @Override
    public String toString() {
        return filter
                + role.map(held -> " by a bearer that is " + held).orElse("")
                + (schedule instanceof Schedule.Always ? "" : ", " + schedule);
    }
}
