package io.github.chimefake.junit5;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ServerSnapshot;
import java.util.Optional;

/** A running fake, and which test uses it. Used by one lease at a time. */
final class PooledFake {
    private final ChimeMessagingServer server;
    private final ServerSnapshot atStart;
    private Optional<String> test = Optional.empty();
    private Optional<String> testBefore = Optional.empty();

    PooledFake(ChimeMessagingServer server) {
        this.server = server;
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

    /** Goes back to the baseline, and says which calls of an earlier test came since the last time. */
    void reset(ServerSnapshot baseline) {
        Printout.lateCalls(server, testBefore);
        server.reset(baseline);
        testBefore = test.or(() -> testBefore);
        test = Optional.empty();
    }

    /** Makes what the fake holds now a baseline; clients taken of it so far serve for good. */
    ServerSnapshot markBaseline() {
        server.markBaseline();
        return server.snapshot();
    }

    void close() {
        Printout.lateCalls(server, testBefore);
        server.close();
    }
}
