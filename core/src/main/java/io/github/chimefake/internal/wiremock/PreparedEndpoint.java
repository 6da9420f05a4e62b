package io.github.chimefake.internal.wiremock;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.responsetemplating.helpers.WireMockHelpers;
import io.github.chimefake.internal.gateway.Gateway;
import java.io.File;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A server that is built in the background while the caller builds the gateway behind it. The first one of a JVM takes
 * several hundred milliseconds, which go into loading the classes of WireMock.
 */
public final class PreparedEndpoint {
    /** Code of users, such as a predicate, may wait within a request, and the others must go on. Threads are made when needed. */
    private static final int MOST_REQUESTS_AT_ONCE = 500;

    private final int port;
    private final CurrentGateway gateway = new CurrentGateway();
    private final Administration administration = new Administration();
    private final CatchAllStub catchAll = new CatchAllStub();
    private final CompletableFuture<DaemonServer> server;

    PreparedEndpoint(int port) {
        this.port = port;
        // Every server builds its template engine first, wanted or not: a quarter of all the time (measured, 3.13.2).
        CompletableFuture<Void> templates =
                CompletableFuture.runAsync(WireMockHelpers::values, PreparedEndpoint::inBackground);
        WireMockConfiguration configuration = configuration(port)
                .extensions(
                        new LateCallFilter(gateway),
                        administration,
                        new GatewayTransformer(gateway),
                        new CallListener(gateway),
                        catchAll);
        this.server =
                templates.thenApply(loaded -> WireMockClassLoader.inContext(() -> new DaemonServer(configuration)));
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "chime-messaging-fake-start");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Overrides the defaults that would surprise: a public address, mappings from the user's resources, outgoing calls. And leaves
     * out what costs time and what no client needs: HTTP/2, compressed answers, a log of requests.
     */
    private static WireMockConfiguration configuration(int port) {
        FileSource noFiles = new SingleRootFileSource(
                new File(System.getProperty("java.io.tmpdir"), "chime-messaging-fake-no-files-" + UUID.randomUUID()));
        WireMockConfiguration configuration = options()
                .bindAddress(WireMockEndpoint.LOOPBACK)
                .withStores(new BoundedStores(noFiles))
                .mappingSource(new NoMappings())
                .httpClientFactory(new NoOutgoingCalls())
                .templatingEnabled(false)
                .stubRequestLoggingDisabled(true)
                .containerThreads(MOST_REQUESTS_AT_ONCE)
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .stubCorsEnabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER);
        return port == 0 ? configuration.dynamicPort() : configuration.port(port);
    }

    /**
     * Starts the server on loopback, also on an interrupted thread, which stays interrupted. If this fails, nothing is left of the
     * server.
     *
     * @param gatewayBehind who answers what no stub does
     * @throws UncheckedIOException if the port is in use
     */
    public WireMockEndpoint start(Gateway gatewayBehind) {
        gateway.set(gatewayBehind);
        DaemonServer built = server.join();
        try {
            catchAll.addTo(built);
            Uninterrupted.run(built::start);
            return new WireMockEndpoint(new WarmServer(built, catchAll, gateway, administration));
        } catch (RuntimeException failure) {
            stop(built, failure);
            throw explained(failure);
        } catch (Error failure) { // Whatever it is, a port must not stay open.
            stop(built, failure);
            throw failure;
        }
    }

    private static void stop(DaemonServer halfStarted, Throwable failure) {
        try {
            WarmServer.stop(halfStarted);
        } catch (Throwable further) { // WireMock throws checked ones, too, undeclared.
            failure.addSuppressed(further);
        }
    }

    private RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException inUse) {
                return new UncheckedIOException(
                        "port(" + port + "): something listens at " + WireMockEndpoint.LOOPBACK + ":" + port
                                + " already. Stop it, take another port, or leave port(...) out for a free one",
                        inUse);
            }
        }
        return failure;
    }
}
