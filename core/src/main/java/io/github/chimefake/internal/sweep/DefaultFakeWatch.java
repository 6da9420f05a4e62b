package io.github.chimefake.internal.sweep;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.internal.server.WatchedFakes;
import io.github.chimefake.sweep.SweepEngine;
import java.util.List;

/** The fakes of this JVM, as they were when this was created. */
public record DefaultFakeWatch(WatchedFakes fakes) implements SweepEngine.FakeWatch {
    /** Returns the fakes as they are now. */
    public static DefaultFakeWatch now() {
        return new DefaultFakeWatch(WatchedFakes.now());
    }

    @Override
    public List<ChimeMessagingServer> called() {
        return fakes.called();
    }

    @Override
    public List<ChimeMessagingServer> startedOrReset() {
        return fakes.startedOrReset();
    }
}
