package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.junit.jupiter.internal.report.Printout;
import io.github.chimefake.leastprivilege.UsedPermissions;
import io.github.chimefake.snapshots.ServerSnapshot;
import java.util.function.Supplier;

/** A running fake. Used by one lease at a time. */
final class PooledFake {
    private final String name;
    private final Supplier<ChimeMessagingServer> starter;
    private final ServerSnapshot atStart;
    private volatile ChimeMessagingServer server;
    private UsedPermissions ofServersBefore = UsedPermissions.none();

    /**
     * Starts a fake.
     *
     * @param name its name; empty if it has none
     */
    PooledFake(String name, Supplier<ChimeMessagingServer> starter) {
        this.name = name;
        this.starter = starter;
        this.server = starter.get();
        this.atStart = server.snapshots().take();
    }

    ChimeMessagingServer server() {
        return server;
    }

    /** Returns its state after the start. */
    ServerSnapshot atStart() {
        return atStart;
    }

    /** Names the test that runs now, for the reports of late calls of its clients. */
    void nameTest(String name) {
        TestIsolation.of(server).nameTest(name);
    }

    /**
     * Ends a test and starts the next one at the baseline. Prints the late calls of earlier tests since the last time. A server that
     * the test stopped is replaced by another one.
     */
    void reset(ServerSnapshot baseline) {
        Printout.lateCalls(name, server);
        if (!server.isRunning()) {
            ofServersBefore = usedPermissions();
            server = starter.get();
        }
        TestIsolation.of(server).startTest(baseline);
    }

    /** Makes the current state a baseline. Clients taken so far belong to every later test. */
    ServerSnapshot markBaseline() {
        if (server.isRunning()) { // A lifecycle method may have stopped it; the next test gets another one.
            server.snapshots().markBaseline();
        }
        return server.snapshots().take();
    }

    /** Returns the permissions that its tests used so far. */
    UsedPermissions usedPermissions() {
        return ofServersBefore.plus(server.leastPrivilege().usedPermissions());
    }

    void close() {
        Printout.lateCalls(name, server);
        server.close();
    }
}
