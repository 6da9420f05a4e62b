package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.chimefake.internal.gateway.Gateway;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A WireMock server in front of a {@link Gateway}. Stubs of the user take precedence; all other requests go to the
 * gateway.
 */
public final class WireMockEndpoint {
    static final String LOOPBACK = "127.0.0.1";

    /**
     * The maximum time to wait for active requests. WireMock may still be processing a request whose response has been
     * sent; a request that takes longer is cut off.
     */
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final ReusableServer server;
    private volatile State state = State.IN_USE;
    private volatile boolean mayBeModified;

    private enum State {
        IN_USE,
        /** Active requests are completing. No lock is held while waiting for them. */
        RELEASING,
        GIVEN_BACK,
        STOPPED
    }

    /** The stubs and global settings of the user at one point in time, and whether the endpoint is online. */
    public static final class Snapshot {
        private final List<StubMapping> stubs;
        private final GlobalSettings settings;
        private final boolean online;

        Snapshot(List<StubMapping> stubs, GlobalSettings settings, boolean online) {
            this.stubs = stubs;
            this.settings = settings;
            this.online = online;
        }

        /** Returns this snapshot for an endpoint that is online. */
        public Snapshot online() {
            return new Snapshot(stubs, settings, true);
        }

        List<StubMapping> stubs() {
            return stubs;
        }

        GlobalSettings settings() {
            return settings;
        }
    }

    WireMockEndpoint(ReusableServer server) {
        this.server = server;
    }

    /**
     * Starts to build a server in the background. Until it is started, it does not listen and holds nothing that has to
     * be closed.
     *
     * @param address the address at which it listens
     * @param port the port; 0 for any free port
     */
    public static WireMockLauncher prepare(InetAddress address, int port) {
        return new WireMockLauncher(address, port);
    }

    /** Returns the base URI of the server. */
    public URI uri() {
        return server.uri();
    }

    /**
     * Returns the WireMock server. Changes to its listeners, scenarios and other state cannot be reverted reliably, so
     * the server is not reused for another fake afterwards.
     *
     * @throws IllegalArgumentException if the server is not of this type
     * @throws IllegalStateException if the server was returned to the pool
     */
    public synchronized <T> T unwrap(Class<T> type) {
        if (!type.isAssignableFrom(WireMockServer.class)) {
            throw new IllegalArgumentException("unwrap(" + type.getName() + "): the fake runs on a "
                    + WireMockServer.class.getName() + ". Call unwrap(WireMockServer.class)");
        }
        if (state == State.GIVEN_BACK) {
            throw new IllegalStateException("unwrap(" + type.getName() + "): the fake at " + uri()
                    + " is closed, and its server was returned to the pool. Call unwrap before the fake is closed");
        }
        mayBeModified = true;
        return type.cast(server.unwrap());
    }

    /** Returns whether the endpoint accepts connections. */
    public boolean isOnline() {
        return server.port().isOpen();
    }

    /** Closes the port and all connections, unless the endpoint is released or offline. */
    public synchronized void goOffline() {
        if (state == State.IN_USE) {
            server.port().close();
        }
    }

    /**
     * Opens the port again, unless the endpoint is released or online.
     *
     * @throws UncheckedIOException if another program has the port
     */
    public synchronized void goOnline() {
        if (state == State.IN_USE) {
            server.port().open();
        }
    }

    /** Returns the user's current stubs and global settings. */
    public synchronized Snapshot snapshot() {
        return state == State.GIVEN_BACK ? server.initialState() : server.snapshot();
    }

    /**
     * Restores the user's stubs and settings from the snapshot, clears WireMock's request journal, and goes online or
     * offline as the snapshot is.
     *
     * @throws UncheckedIOException if another program has the port; everything else is restored
     */
    public synchronized void restore(Snapshot snapshot) {
        if (state != State.GIVEN_BACK) {
            mayBeModified |= !snapshot.stubs().isEmpty();
            server.restore(snapshot);
        }
        if (snapshot.online) {
            goOnline();
        } else {
            goOffline();
        }
    }

    /** Returns whether the server has been neither stopped nor returned to the pool. */
    public boolean isRunning() {
        return state == State.IN_USE && server.isRunning();
    }

    /**
     * Returns whether the current thread is processing a request of this server, as user code that a request runs does.
     */
    public boolean isOnRequestThread() {
        return server.isOnRequestThread();
    }

    /**
     * Returns the server to the pool after its active requests have completed. Stops it instead if they do not complete
     * in time, if the user changed WireMock itself, or if the current thread is processing a request.
     *
     * @param failing the gateway that fails all requests afterwards
     * @return the server, or empty if it was stopped
     */
    public Optional<PooledServer> giveBack(Gateway failing) {
        if (!beginRelease()) {
            return Optional.empty();
        }
        boolean reusable = false;
        try {
            server.setGateway(failing);
            reusable = server.isRunning()
                    && isOnline()
                    && !mayBeModified
                    && server.awaitRequests(MAX_WAIT)
                    && restoreInitialState();
        } finally {
            if (!reusable) {
                state = State.STOPPED;
                server.stop();
            }
        }
        return reusable ? Optional.of(new PooledServer(server)) : Optional.empty();
    }

    private synchronized boolean beginRelease() {
        boolean first = state == State.IN_USE;
        if (first) {
            state = State.RELEASING;
        }
        return first;
    }

    private synchronized boolean restoreInitialState() {
        if (mayBeModified) {
            return false;
        }
        server.restore(server.initialState());
        state = State.GIVEN_BACK;
        return true;
    }

    /** Stops the server, unless it was returned to the pool. Active requests fail. */
    public void stop() {
        if (beginRelease()) {
            state = State.STOPPED;
            server.stop();
        }
    }
}
