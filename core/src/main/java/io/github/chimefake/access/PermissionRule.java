package io.github.chimefake.access;

import io.github.chimefake.call.Call;
import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.IdentityOperation;
import io.github.chimefake.call.Invocations;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import io.github.chimefake.call.Rule;
import io.github.chimefake.call.UserCode;
import java.util.Optional;

/** One explicit rule: the calls it means, and its answer to them. Guarded by its list's lock. */
final class PermissionRule implements Rule {
    private final PermissionRules rules;
    private final RuleTerms terms;
    private final Optional<ChimeError> denial;
    private final Invocations<Boolean> invocations = new Invocations<>();
    private int fired;

    /**
     * A rule that has not fired yet.
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

    /** Whether the call is a further attempt of an invocation that the rule decided, whatever its predicate says now. */
    boolean hasDecided(Call call) {
        return invocations.decided(call.attempt()).isPresent();
    }

    /** Whether as many calls as the rule is about have come. */
    boolean isUsedUp() {
        return fired >= terms.calls();
    }

    /** Returns whether the rule is about this call. Runs code of the user, so that no lock may be held. */
    boolean means(Call call, Roles roles, UserCode userCode) {
        return terms.matches(call, roles, userCode, () -> "the permission rule \"" + this + "\"");
    }

    /** Counts the call. */
    void count(Call call) {
        fired++;
        invocations.decide(call.attempt(), true);
    }

    /** Returns why the call is denied; empty if the rule allows it. */
    Optional<Refusal> refusal(Call call) {
        return denial.map(error -> Refusal.of(
                error,
                "A rule of this test denies " + terms + ". No later rule allows the call; lift the rule with close(),"
                        + " or allow the call with permissions().allow(...)." + onAws(error, call),
                Provenance.REQUESTED));
    }

    /** What a missing permission meets on AWS, where the modelled 401 stands for one by custom only. */
    private static String onAws(ChimeError error, Call call) {
        if (error != ChimeError.UNAUTHORIZED_CLIENT) {
            return "";
        }
        return call.operation() instanceof IdentityOperation
                ? " The identity service, which knows no bearers, was never seen to answer so; a policy that lacks the action is"
                        + " answered with AccessDeniedException 403."
                : " AWS answers so only to a bearer that is no user; a policy that lacks the action is answered with"
                        + " AccessDeniedException 403, a role that may not with ForbiddenException 403.";
    }

    void rewind() {
        fired = 0;
        invocations.clear();
    }

    @Override
    public int fired() {
        synchronized (rules) {
            return fired;
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
