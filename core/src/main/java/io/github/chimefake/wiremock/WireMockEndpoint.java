package io.github.chimefake.wiremock;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.chimefake.gateway.Gateway;
import java.io.File;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;

/** A WireMock server in front of a {@link Gateway}: users' own stubs win, everything else goes to the gateway. */
public final class WireMockEndpoint {
    private static final String LOOPBACK = "127.0.0.1";

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

    private WireMockEndpoint(WireMockServer server, CatchAllStub catchAll) {
        this.server = server;
        this.catchAll = catchAll;
        // WireMock knows its port no more once it has stopped; messages still name it then.
        this.uri = URI.create("http://" + LOOPBACK + ":" + server.port());
    }

    /**
     * Starts a server on loopback.
     *
     * @param port the port; 0 for a free one
     * @param gateway who answers what no stub does
     * @throws UncheckedIOException if the port is in use
     */
    public static WireMockEndpoint start(int port, Gateway gateway) {
        CatchAllStub catchAll = new CatchAllStub();
        WireMockServer server = new WireMockServer(configuration(port)
                .extensions(
                        new LateCallFilter(gateway),
                        new GatewayTransformer(gateway),
                        new StubbedAnswerListener(gateway),
                        catchAll));
        catchAll.addTo(server);
        try {
            server.start();
        } catch (RuntimeException failure) {
            throw explained(failure, port);
        }
        return new WireMockEndpoint(server, catchAll);
    }

    private static RuntimeException explained(RuntimeException failure, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException inUse) {
                return new UncheckedIOException(
                        "port(" + port + "): something listens at " + LOOPBACK + ":" + port
                                + " already. Stop it, take another port, or leave port(...) out for a free one",
                        inUse);
            }
        }
        return failure;
    }

    /** Overrides the defaults that would surprise: a public address, mappings from the user's resources, outgoing calls. */
    private static WireMockConfiguration configuration(int port) {
        FileSource noFiles = new SingleRootFileSource(
                new File(System.getProperty("java.io.tmpdir"), "chime-messaging-fake-no-files"));
        WireMockConfiguration configuration = options()
                .bindAddress(LOOPBACK)
                .withStores(new BoundedStores(noFiles))
                .mappingSource(new NoMappings())
                .httpClientFactory(new NoOutgoingCalls())
                .templatingEnabled(false)
                .stubRequestLoggingDisabled(true)
                .stubCorsEnabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER);
        return port == 0 ? configuration.dynamicPort() : configuration.port(port);
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
