package io.github.chimefake.internal.leastprivilege;

import io.github.chimefake.leastprivilege.LeastPrivilege.PermissionRecording;
import io.github.chimefake.leastprivilege.UsedPermissions;

/** Records what callers are allowed, beside the ledger of the fake. */
final class DefaultRecording implements PermissionRecording {
    private final UsageLedger own = new UsageLedger();
    private final UsageLedger ledger;

    DefaultRecording(UsageLedger ledger) {
        this.ledger = ledger;
    }

    UsageLedger own() {
        return own;
    }

    @Override
    public UsedPermissions usedPermissions() {
        return own.soFar();
    }

    @Override
    public void close() {
        ledger.forget(this);
    }
}
