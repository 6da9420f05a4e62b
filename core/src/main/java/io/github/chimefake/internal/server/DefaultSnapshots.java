package io.github.chimefake.internal.server;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.snapshots.ServerSnapshot;
import io.github.chimefake.snapshots.Snapshots;

/** The snapshots of a fake. */
final class DefaultSnapshots implements Snapshots {
    private final FakeServer fake;

    DefaultSnapshots(FakeServer fake) {
        this.fake = fake;
    }

    @Override
    public ServerSnapshot take() {
        return fake.snapshot();
    }

    @Override
    public void restore(ServerSnapshot snapshot) {
        fake.reset("snapshots().restore(snapshot)", FakeSnapshot.of(snapshot));
    }

    @Override
    public void markBaseline() {
        fake.markBaseline();
    }

    @Override
    public ChimeMessagingServer startCopy() {
        return fake.startCopy();
    }
}
