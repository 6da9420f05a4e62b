package io.github.chimefake.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.chimefake.gateway.Gateway;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A WireMock server in front of a {@link Gateway}: users' own stubs win, everything else goes to the gateway. */
public final class WireMockEndpoint {
    static final String LOOPBACK = "127.0.0.1";

    /** The answer of a call may be sent, and WireMock not yet done with it; a call that takes longer is cut off. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final WarmServer server;
    private boolean mayHoldTraces;
    private boolean givenBack;

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

    WireMockEndpoint(WarmServer server) {
        this.server = server;
    }

    /**
     * Begins to build a server. It listens to nothing, and holds nothing that would have to be closed, until it is started.
     *
     * @param port the port on loopback; 0 for a free one
     */
    public static PreparedEndpoint prepare(int port) {
        return new PreparedEndpoint(port);
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
        if (!type.isInstance(server.wireMock())) {
            throw new IllegalArgumentException(
                    "unwrap(" + type.getName() + "): the fake stands on a " + WireMockServer.class.getName());
        }
        if (givenBack) {
            throw new IllegalStateException("unwrap(" + type.getName() + "): the fake at " + uri()
                    + " is closed, and its server went back to the pool. Call unwrap before the fake is closed");
        }
        mayHoldTraces = true;
        return type.cast(server.wireMock());
    }

    /** The users' stubs and global settings as they are now. */
    public synchronized Snapshot snapshot() {
        return givenBack ? server.atStart() : server.snapshot();
    }

    /** Goes back to the users' stubs and settings of the snapshot, and forgets WireMock's own record of requests. */
    public synchronized void restore(Snapshot snapshot) {
        if (!givenBack) {
            mayHoldTraces |= !snapshot.stubs().isEmpty();
            server.restore(snapshot);
        }
    }

    /** Whether the server has neither been stopped nor given back yet. */
    public synchronized boolean isRunning() {
        return !givenBack && server.isRunning();
    }

    /**
     * Gives the server back for another fake. Calls under way end first; if they do not, or if the users did something to
     * WireMock itself, the server is stopped instead.
     *
     * @param refusing who refuses the calls that come from now on
     * @return the server, unless it was stopped
     */
    public synchronized Optional<IdleEndpoint> giveBack(Gateway refusing) {
        if (!isRunning()) {
            return Optional.empty();
        }
        server.serve(refusing);
        if (mayHoldTraces || !server.awaitCalls(PATIENCE) || server.adminApiWasUsed()) {
            server.stop();
            return Optional.empty();
        }
        server.restore(server.atStart());
        givenBack = true;
        return Optional.of(new IdleEndpoint(server));
    }

    /** Stops the server, unless it was given back; calls under way fail. */
    public synchronized void stop() {
        if (!givenBack) {
            server.stop();
        }
    }
}
