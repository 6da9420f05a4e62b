package io.github.chimefake.internal.leastprivilege;

import io.github.chimefake.leastprivilege.LeastPrivilege.PermissionRecording;
import io.github.chimefake.leastprivilege.UsedPermissions;

/** A recording of the permissions used until it is closed, in addition to the recorder of the fake. */
final class DefaultPermissionRecording implements PermissionRecording {
    private final PermissionRecorder recorder = new PermissionRecorder();
    private final PermissionRecorder parent;

    DefaultPermissionRecording(PermissionRecorder parent) {
        this.parent = parent;
    }

    PermissionRecorder recorder() {
        return recorder;
    }

    @Override
    public UsedPermissions usedPermissions() {
        return recorder.usedPermissions();
    }

    @Override
    public void close() {
        parent.stopRecording(this);
    }
}
