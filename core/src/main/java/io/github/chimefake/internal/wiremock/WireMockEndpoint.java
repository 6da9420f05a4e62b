package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.chimefake.internal.gateway.Gateway;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A WireMock server in front of a {@link Gateway}: users' own stubs win, everything else goes to the gateway. */
public final class WireMockEndpoint {
    static final String LOOPBACK = "127.0.0.1";

    /** The answer of a call may be sent, and WireMock not yet done with it; a call that takes longer is cut off. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final ReusableServer server;
    private volatile State state = State.IN_USE;
    private volatile boolean mayBeModified;

    private enum State {
        IN_USE,
        /** Calls under way end. Nobody waits for that with a lock. */
        RELEASING,
        GIVEN_BACK,
        STOPPED
    }

    /** What the users told WireMock, at one moment, to go back to. */
    public static final class Snapshot {
        private final List<StubMapping> stubs;
        private final GlobalSettings settings;

        Snapshot(List<StubMapping> stubs, GlobalSettings settings) {
            this.stubs = stubs;
            this.settings = settings;
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
     * Begins to build a server. It listens to nothing, and holds nothing that would have to be closed, until it is started.
     *
     * @param port the port on loopback; 0 for a free one
     */
    public static WireMockLauncher prepare(int port) {
        return new WireMockLauncher(port);
    }

    /** Where clients reach it. */
    public URI uri() {
        return server.uri();
    }

    /**
     * WireMock itself. Its listeners, scenarios and whatever else is done to it cannot be undone for certain, so from now on
     * the server is no other fake's.
     *
     * @throws IllegalArgumentException if it is not of this type
     * @throws IllegalStateException if the server was given back
     */
    public synchronized <T> T unwrap(Class<T> type) {
        if (!type.isAssignableFrom(WireMockServer.class)) {
            throw new IllegalArgumentException("unwrap(" + type.getName() + "): the fake runs on a "
                    + WireMockServer.class.getName() + ". Call unwrap(WireMockServer.class)");
        }
        if (state == State.GIVEN_BACK) {
            throw new IllegalStateException("unwrap(" + type.getName() + "): the fake at " + uri()
                    + " is closed, and its server went back to the pool. Call unwrap before the fake is closed");
        }
        mayBeModified = true;
        return type.cast(server.unwrap());
    }

    /** The users' stubs and global settings as they are now. */
    public synchronized Snapshot snapshot() {
        return state == State.GIVEN_BACK ? server.initialState() : server.snapshot();
    }

    /** Goes back to the users' stubs and settings of the snapshot, and forgets WireMock's own record of requests. */
    public synchronized void restore(Snapshot snapshot) {
        if (state != State.GIVEN_BACK) {
            mayBeModified |= !snapshot.stubs().isEmpty();
            server.restore(snapshot);
        }
    }

    /** Returns whether the server has neither been stopped nor given back yet. */
    public boolean isRunning() {
        return state == State.IN_USE && server.isRunning();
    }

    /** Returns whether this thread serves a call of the server, because code of the user that a call runs came here. */
    public boolean isOnRequestThread() {
        return server.isOnRequestThread();
    }

    /**
     * Gives the server back for another fake. Calls under way end first; if they do not, or if the users did something to
     * WireMock itself, or if this is done within a call, the server is stopped instead.
     *
     * @param refusing who refuses the calls that come from now on
     * @return the server, unless it was stopped
     */
    public Optional<PooledServer> giveBack(Gateway refusing) {
        if (!beginRelease()) {
            return Optional.empty();
        }
        boolean reusable = false;
        try {
            server.setGateway(refusing);
            reusable = server.isRunning() && !mayBeModified && server.awaitRequests(MAX_WAIT) && restoreInitialState();
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

    /** Stops the server, unless it was given back; calls under way fail. */
    public void stop() {
        if (beginRelease()) {
            state = State.STOPPED;
            server.stop();
        }
    }
}
