package io.github.chimefake.internal.access.permissions;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeService;
import io.github.chimefake.Provenance;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Refusal;
import io.github.chimefake.internal.filter.Invocations;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.Optional;

/** One permission rule. Guarded by its list's lock. */
final class PermissionRule implements Registration {
    private final PermissionRules rules;
    private final RuleTerms terms;
    private final Optional<ChimeError> denial;
    private final Invocations<Boolean> invocations = new Invocations<>();
    private int seen;
    private int applied;

    /**
     * Creates a rule that was not applied yet.
     *
     * @param denial the error that denies the calls; empty for a rule that allows them
     */
    PermissionRule(PermissionRules rules, RuleTerms terms, Optional<ChimeError> denial) {
        this.rules = rules;
        this.terms = terms;
        this.denial = denial;
    }

    boolean belongsTo(PermissionRules other) {
        return rules == other;
    }

    PermissionRule copyFor(PermissionRules other) {
        return new PermissionRule(other, terms, denial);
    }

    /** Returns whether the rule applied to an earlier attempt of the call, whatever its predicate says now; empty if there was none. */
    Optional<Boolean> decided(Call call) {
        return invocations.decided(call.attempt());
    }

    /** Returns whether the rule applies to no later call. */
    boolean isUsedUp() {
        return terms.schedule().isUsedUp(seen, applied);
    }

    /** Returns whether the rule is about this call. Runs code of the user, so that no lock may be held. */
    boolean means(Call call, RoleLookup roles, UserCode userCode) {
        return terms.matches(call, roles, userCode, () -> "the permission rule \"" + this + "\"");
    }

    /** Counts a call that the rule selects, and returns whether it applies to it. */
    boolean decide(Call call) {
        seen++;
        boolean applies = terms.schedule().applies(seen, applied);
        if (applies) {
            applied++;
        }
        invocations.decide(call.attempt(), applies);
        return applies;
    }

    /** Returns why the call is denied; empty if the rule allows it. */
    Optional<Refusal> refusal(Call call) {
        return denial.map(error -> Refusal.of(
                error,
                "A rule of this test denies " + terms
                        + ". No later rule allows the call. Remove the rule with close() on"
                        + " its registration, or allow the call with permissions().allow(...)." + onAws(error, call),
                Provenance.REQUESTED));
    }

    /** What a missing permission meets on AWS, where the modelled 401 stands for one by custom only. */
    private static String onAws(ChimeError error, Call call) {
        if (error != ChimeError.UNAUTHORIZED_CLIENT) {
            return "";
        }
        return call.operation().service() == ChimeService.IDENTITY
                ? " The identity service, whose requests have no bearer, was never seen to send this error; where a policy lacks"
                        + " the action, it sends AccessDeniedException 403."
                : " AWS sends this error only for a bearer that is not a registered user; where a policy lacks the action, it"
                        + " sends AccessDeniedException 403, and where a role does not allow it, ForbiddenException 403.";
    }

    void rewind() {
        seen = 0;
        applied = 0;
        invocations.clear();
    }

    @Override
    public int timesApplied() {
        synchronized (rules) {
            return applied;
        }
    }

    @Override
    public void close() {
        rules.remove(this);
    }

    @Override
    public String toString() {
        return denial.map(error -> "deny " + terms + " with " + error.errorType())
                .orElse("allow " + terms);
    }
}
