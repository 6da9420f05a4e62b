package io.github.chimefake.access;

import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.call.ChimeError;
import java.util.List;

/** The door to the permissions of a fake: starts a sentence about any call, and lifts them all at once. */
public final class Permissions extends PermissionSelection {
    private final PolicyEnforcement enforcement;

    /** Sentences that register their rules and attach their policies here. */
    public Permissions(PermissionRules rules, CallerPolicies policies, PolicyEnforcement enforcement) {
        super(rules, policies, RuleTerms.ANY);
        this.enforcement = enforcement;
    }

    /** About calls signed with this caller's access key, which may have IAM policies as well. */
    @Override
    public CallerPermissionSelection by(ChimeCaller caller) {
        return new CallerPermissionSelection(rules, policies, filter().by(caller), caller);
    }

    /**
     * Answers what policies deny with this error, and not with AWS's {@code AccessDeniedException} 403; the explanation then
     * says what AWS would have sent. {@code answerPolicyDenialsWith(UNAUTHORIZED_CLIENT)} is for tests of code that expects
     * the modelled 401 where a permission is missing. {@code ACCESS_DENIED} is the default.
     */
    public void answerPolicyDenialsWith(ChimeError error) {
        enforcement.answer(error);
    }

    /**
     * Lets pass what policies deny, from now on. The journal tells which calls were spared
     * ({@code RecordedCall.softDenial()}), so that a policy can be tried on a whole test run before it is enforced. Rules deny
     * as ever.
     */
    public void softPolicies() {
        enforcement.soft(true);
    }

    /** Refuses what policies deny, as it does until {@link #softPolicies}. */
    public void enforcePolicies() {
        enforcement.soft(false);
    }

    /**
     * Denies what no policy allows, as AWS does, also to callers without any policy: until now these may do everything. The
     * ready clients have a caller like any other, {@code chime.caller()}; attach a policy to it, or let them be refused.
     */
    public void requirePolicies() {
        enforcement.require(true);
    }

    /** Lets callers without any policy do everything, as they may until {@link #requirePolicies}. */
    public void allowWithoutPolicies() {
        enforcement.require(false);
    }

    /** Every policy that is attached at the moment, with what is doubtful in it. */
    public List<AttachedPolicy> attachedPolicies() {
        return policies.attached();
    }

    /** Lifts every rule and detaches every policy, those of the baseline included, until the next reset. */
    public void clear() {
        rules.clear();
        policies.clear();
    }
}
