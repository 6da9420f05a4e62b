package io.github.chimefake.junit5;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ServerSnapshot;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.leastprivilege.LeastPrivilege;
import java.util.function.Supplier;

/** A running fake. Used by one lease at a time. */
final class PooledFake {
    private final Supplier<ChimeMessagingServer> starter;
    private final ServerSnapshot atStart;
    private volatile ChimeMessagingServer server;
    private LeastPrivilege ofServersBefore = LeastPrivilege.NONE;

    /** Starts a fake. */
    PooledFake(Supplier<ChimeMessagingServer> starter) {
        this.starter = starter;
        this.server = starter.get();
        this.atStart = server.snapshot();
    }

    ChimeMessagingServer server() {
        return server;
    }

    /** What it held when it was started. */
    ServerSnapshot atStart() {
        return atStart;
    }

    /** Names the test that runs now, which late calls of its clients are blamed on. */
    void nameTest(String name) {
        TestIsolation.of(server).nameTest(name);
    }

    /**
     * Ends a test and starts the next one at the baseline; says which calls of earlier tests came since the last time. A server
     * that the test stopped makes room for another one.
     */
    void reset(ServerSnapshot baseline) {
        Printout.lateCalls(server);
        if (!server.isRunning()) {
            ofServersBefore = leastPrivilege();
            server = starter.get();
        }
        TestIsolation.of(server).startTest(baseline);
    }

    /** Makes what the fake holds now a baseline; clients taken of it so far serve for good. */
    ServerSnapshot markBaseline() {
        if (server.isRunning()) { // A lifecycle method may have stopped it; the next test gets another one.
            server.markBaseline();
        }
        return server.snapshot();
    }

    /** What its tests needed so far. */
    LeastPrivilege leastPrivilege() {
        return ofServersBefore.and(server.leastPrivilege());
    }

    void close() {
        Printout.lateCalls(server);
        server.close();
    }
}
