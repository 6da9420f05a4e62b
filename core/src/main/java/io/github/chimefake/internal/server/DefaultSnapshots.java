package io.github.chimefake.internal.server;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.snapshots.ServerSnapshot;
import io.github.chimefake.snapshots.Snapshots;

/** The snapshots of a fake. */
final class DefaultSnapshots implements Snapshots {
    private final FakeServer fake;
    private final Baseline baseline;

    DefaultSnapshots(FakeServer fake, Baseline baseline) {
        this.fake = fake;
        this.baseline = baseline;
    }

    @Override
    public ServerSnapshot take() {
        return baseline.current();
    }

    @Override
    public void restore(ServerSnapshot snapshot) {
        baseline.restore("snapshots().restore(snapshot)", FakeSnapshot.of(snapshot));
    }

    @Override
    public void markBaseline() {
        baseline.mark();
    }

    @Override
    public ChimeMessagingServer startCopy() {
        return fake.startCopy();
    }
}
