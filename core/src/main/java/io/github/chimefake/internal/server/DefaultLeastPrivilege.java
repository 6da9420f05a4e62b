package io.github.chimefake.internal.server;

import io.github.chimefake.leastprivilege.LeastPrivilege;
import io.github.chimefake.leastprivilege.UsedPermissions;

/** The permissions used by calls of a fake. */
final class DefaultLeastPrivilege implements LeastPrivilege {
    private final FakeComponents components;

    DefaultLeastPrivilege(FakeComponents components) {
        this.components = components;
    }

    @Override
    public UsedPermissions usedPermissions() {
        return components.uses.usedPermissions();
    }

    @Override
    public PermissionRecording startRecording() {
        components.lifetime.requireRunning("leastPrivilege().startRecording()");
        return components.uses.startRecording(components.policies.attached());
    }
}
