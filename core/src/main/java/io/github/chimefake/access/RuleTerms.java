package io.github.chimefake.access;

import io.github.chimefake.call.Call;
import io.github.chimefake.call.CallFilter;
import io.github.chimefake.call.ChannelRole;
import io.github.chimefake.call.UserCode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which calls a rule means, and how many of them.
 *
 * @param filter whom, what and where
 * @param role what the bearer must be to the channel
 * @param calls how many calls at most
 */
record RuleTerms(CallFilter filter, Optional<ChannelRole> role, int calls) {
    static final RuleTerms ANY = new RuleTerms(CallFilter.ANY, Optional.empty(), Integer.MAX_VALUE);

    RuleTerms with(CallFilter other) {
        return new RuleTerms(other, role, calls);
    }

    RuleTerms by(ChannelRole other) {
        return new RuleTerms(filter, Optional.of(other), calls);
    }

    RuleTerms calls(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("calls(" + count + "): the number must be at least 1");
        }
        return new RuleTerms(filter, role, count);
    }

    /**
     * These terms, if any call can meet them.
     *
     * @throws IllegalArgumentException if none can
     */
    RuleTerms requireSatisfiable() {
        filter.requireSatisfiable();
        role.ifPresent(held -> filter.requireBearers(toString()));
        return this;
    }

    boolean matches(Call call, Roles roles, UserCode userCode, Supplier<String> owner) {
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
                + (calls == Integer.MAX_VALUE ? "" : calls == 1 ? ", once" : ", " + calls + " calls");
    }
}
