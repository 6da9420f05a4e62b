package io.github.chimefake.access;

import io.github.chimefake.call.ChimeCaller;

/** The door to the permissions of a fake: starts a sentence about any call, and lifts them all at once. */
public final class Permissions extends PermissionSelection {
    /** Sentences that register their rules and attach their policies here. */
    public Permissions(PermissionRules rules, CallerPolicies policies) {
        super(rules, policies, RuleTerms.ANY);
    }

    /** About calls signed with this caller's access key, which may have IAM policies as well. */
    @Override
    public CallerPermissionSelection by(ChimeCaller caller) {
        return new CallerPermissionSelection(rules, policies, filter().by(caller), caller);
    }

    /** Lifts every rule and detaches every policy, those of the baseline included, until the next reset. */
    public void clear() {
        rules.clear();
        policies.clear();
    }
}
