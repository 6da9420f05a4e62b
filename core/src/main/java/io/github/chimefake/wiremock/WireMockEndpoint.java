package io.github.chimefake.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.chimefake.gateway.Gateway;
import java.net.URI;
import java.util.List;

/** A WireMock server in front of a {@link Gateway}: users' own stubs win, everything else goes to the gateway. */
public final class WireMockEndpoint {
    static final String LOOPBACK = "127.0.0.1";

    private final WireMockServer server;
    private final CatchAllStub catchAll;
    private final URI uri;

    /** What the users told WireMock, at one moment, to go back to. */
    public static final class Snapshot {
        private final List<StubMapping> stubs;
        private final GlobalSettings settings;

        private Snapshot(List<StubMapping> stubs, GlobalSettings settings) {
            this.stubs = stubs;
            this.settings = settings;
        }
    }

    WireMockEndpoint(WireMockServer server, CatchAllStub catchAll) {
        this.server = server;
        this.catchAll = catchAll;
        // WireMock knows its port no more once it has stopped; messages still name it then.
        this.uri = URI.create("http://" + LOOPBACK + ":" + server.port());
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
        return uri;
    }

    /**
     * WireMock itself.
     *
     * @throws IllegalArgumentException if it is not of this type
     */
    public <T> T unwrap(Class<T> type) {
        if (!type.isInstance(server)) {
            throw new IllegalArgumentException(
                    "unwrap(" + type.getName() + "): the fake stands on a " + WireMockServer.class.getName());
        }
        return type.cast(server);
    }

    /** The users' stubs and global settings as they are now. */
    public Snapshot snapshot() {
        return new Snapshot(userStubs(), server.getGlobalSettings().getSettings());
    }

    /** Goes back to the users' stubs and settings of the snapshot, and forgets WireMock's own record of requests. */
    public void restore(Snapshot snapshot) {
        server.resetRequests();
        server.updateGlobalSettings(snapshot.settings);
        if (!userStubs().equals(snapshot.stubs)) {
            userStubs().forEach(server::removeStubMapping);
            for (int oldest = snapshot.stubs.size() - 1; oldest >= 0; oldest--) {
                server.addStubMapping(snapshot.stubs.get(oldest));
            }
        }
        if (!snapshot.stubs.isEmpty()) {
            server.resetScenarios();
        }
    }

    private List<StubMapping> userStubs() {
        return server.getStubMappings().stream()
                .filter(stub -> !catchAll.isCatchAll(stub))
                .toList();
    }

    /** Whether the server has not been stopped yet. */
    public boolean isRunning() {
        return server.isRunning();
    }

    /** Stops the server; calls under way fail. */
    public void stop() {
        server.stop();
    }
}
