package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ChimeMessagingServer;

/** The exclusive use of a fake, by a test or by a container of tests. */
final class FakeLease implements AutoCloseable {
    private final FakeSource source;
    private final PooledFake fake;
    private boolean closed;

    FakeLease(FakeSource source, PooledFake fake) {
        this.source = source;
        this.fake = fake;
    }

    FakeSource source() {
        return source;
    }

    /** Returns the name of the fake; empty if it has none. */
    String fakeName() {
        return source.pool().fakeName();
    }

    PooledFake fake() {
        return fake;
    }

    ChimeMessagingServer server() {
        return fake.server();
    }

    /** Gives the fake back, at its baseline. Closing twice does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            source.giveBack(fake);
        }
    }
}
