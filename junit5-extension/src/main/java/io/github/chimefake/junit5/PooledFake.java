package io.github.chimefake.junit5;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ServerSnapshot;
import io.github.chimefake.leastprivilege.LeastPrivilege;
import java.util.Optional;
import java.util.function.Supplier;

/** A running fake, and which test uses it. Used by one lease at a time. */
final class PooledFake {
    private final Supplier<ChimeMessagingServer> starter;
    private final ServerSnapshot atStart;
    private volatile ChimeMessagingServer server;
    private Optional<String> test = Optional.empty();
    private Optional<String> testBefore = Optional.empty();
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

    /** From now on the calls are those of this test. */
    void serve(String testName) {
        test = Optional.of(testName);
    }

    /**
     * Goes back to the baseline, and says which calls of an earlier test came since the last time. A server that the test
     * stopped makes room for another one.
     */
    void reset(ServerSnapshot baseline) {
        Printout.lateCalls(server, testBefore);
        if (!server.isRunning()) {
            ofServersBefore = leastPrivilege();
            server = starter.get();
        }
        server.reset(baseline);
        testBefore = test.or(() -> testBefore);
        test = Optional.empty();
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
        Printout.lateCalls(server, testBefore);
        server.close();
    }
}
