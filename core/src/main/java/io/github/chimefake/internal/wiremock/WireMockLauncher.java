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
import java.net.InetAddress;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A server that is built in the background while the caller builds its gateway. The first server of a JVM takes several
 * hundred milliseconds, which WireMock spends on loading its classes.
 */
public final class WireMockLauncher {
    /**
     * User code, such as a predicate, may wait within a request while other requests must proceed. Threads are created
     * on demand.
     */
    private static final int MAX_CONCURRENT_REQUESTS = 500;

    /** How many delayed responses are sent at the same time. None of these threads waits for a delay. */
    private static final int DELAYED_RESPONSE_THREADS = 64;

    private final InetAddress address;
    private final int port;
    private final CurrentGateway gateway = new CurrentGateway();
    private final ActiveRequests requests = new ActiveRequests();
    private final AdminApiFilter adminApi = new AdminApiFilter();
    private final CatchAllStub catchAll = new CatchAllStub();
    private final CompletableFuture<DaemonServer> server;

    WireMockLauncher(InetAddress address, int port) {
        this.address = address;
        this.port = port;
        // Every server first builds its template engine, even if it is disabled: a quarter of the start time (measured,
        // 3.13.2).
        CompletableFuture<Void> templates =
                CompletableFuture.runAsync(WireMockHelpers::values, WireMockLauncher::inBackground);
        WireMockConfiguration configuration = configuration(address, port)
                .extensions(
                        new LateCallFilter(gateway, requests),
                        adminApi,
                        new GatewayTransformer(gateway),
                        new StubResponseListener(gateway, requests),
                        catchAll);
        this.server = templates.thenApply(loaded -> ContextClassLoaders.withWireMock(() -> new DaemonServer(
                configuration,
                handler -> new UnreadableRequests(handler, gateway, requests),
                handler -> UnreadableRequests.ofAdministration(handler, gateway))));
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "chime-messaging-fake-start");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Overrides surprising defaults: a public address, mappings from the user's resources, outgoing requests. Disables
     * what takes time and no client needs: HTTP/2, compressed responses, a request log.
     */
    private static WireMockConfiguration configuration(InetAddress address, int port) {
        FileSource noFiles = new SingleRootFileSource(
                new File(System.getProperty("java.io.tmpdir"), "chime-messaging-fake-no-files-" + UUID.randomUUID()));
        WireMockConfiguration configuration = options()
                .bindAddress(address.getHostAddress())
                .withStores(new BoundedStores(noFiles))
                .mappingSource(new EmptyMappingsSource())
                .httpClientFactory(new FailingHttpClientFactory())
                .templatingEnabled(false)
                .stubRequestLoggingDisabled(true)
                .containerThreads(MAX_CONCURRENT_REQUESTS)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(DELAYED_RESPONSE_THREADS)
                .timeout(Integer.MAX_VALUE) // After which a delayed response would fail; the default is five minutes.
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .stubCorsEnabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER);
        return port == 0 ? configuration.dynamicPort() : configuration.port(port);
    }

    /**
     * Starts the server, also on an interrupted thread, whose interrupt status is kept. If the start fails,
     * the server is stopped and its port is closed.
     *
     * @param firstGateway responds to requests that match no stub of the user
     * @throws UncheckedIOException if the port is in use
     */
    public WireMockEndpoint start(Gateway firstGateway) {
        gateway.set(firstGateway);
        DaemonServer built = server.join();
        try {
            catchAll.addTo(built);
            Uninterruptibles.run(built::start);
            return new WireMockEndpoint(new ReusableServer(address, built, catchAll, gateway, requests, adminApi));
        } catch (RuntimeException failure) {
            stop(built, failure);
            throw explained(failure);
        } catch (Error failure) { // After any error, the port must be closed.
            stop(built, failure);
            throw failure;
        }
    }

    private static void stop(DaemonServer halfStarted, Throwable failure) {
        try {
            ReusableServer.stop(halfStarted);
        } catch (Throwable further) { // WireMock also throws undeclared checked exceptions.
            failure.addSuppressed(further);
        }
    }

    private RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException failed) {
                return new UncheckedIOException(explanation(failed), failed);
            }
        }
        return failure;
    }

    private String explanation(BindException failed) {
        if (String.valueOf(failed.getMessage()).contains("Cannot assign")) {
            return "bind(\"" + address.getHostAddress()
                    + "\"): this machine does not have the address. Choose one that it"
                    + " has, or 0.0.0.0 for all of them";
        }
        return "Port " + port + " is in use: something listens at " + address.getHostAddress() + ":" + port
                + " already. Stop it, or choose another port, or 0 for a free one";
    }
}
