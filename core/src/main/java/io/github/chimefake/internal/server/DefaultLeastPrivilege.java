package io.github.chimefake.internal.server;

import io.github.chimefake.leastprivilege.LeastPrivilege;
import io.github.chimefake.leastprivilege.UsedPermissions;

/** The permissions used by calls of a fake. */
final class DefaultLeastPrivilege implements LeastPrivilege {
    private final Rooms rooms;

    DefaultLeastPrivilege(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public UsedPermissions usedPermissions() {
        return rooms.uses.usedPermissions();
    }

    @Override
    public PermissionRecording startRecording() {
        rooms.lifetime.requireRunning("leastPrivilege().startRecording()");
        return rooms.uses.startRecording(rooms.policies.attached());
    }
}
