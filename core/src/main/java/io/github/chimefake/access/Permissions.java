package io.github.chimefake.access;

import io.github.chimefake.call.CallFilter;

/** The door to the permissions of a fake: starts a sentence about any call, and lifts all rules at once. */
public final class Permissions extends PermissionSelection {
    /** Sentences that register their rules with the list. */
    public Permissions(PermissionRules rules) {
        super(rules, CallFilter.ANY);
    }

    /** Lifts every rule, those of the baseline included, until the next reset. */
    public void clear() {
        rules.clear();
    }
}
