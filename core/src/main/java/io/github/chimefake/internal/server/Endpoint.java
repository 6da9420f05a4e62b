package io.github.chimefake.internal.server;

import io.github.chimefake.internal.clients.HttpClients;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.wiremock.PooledServer;
import io.github.chimefake.internal.wiremock.WireMockEndpoint;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * The expensive, reusable part of a fake: a running server and the HTTP clients that call it. It has no access to the
 * contents of the fake.
 */
final class Endpoint {
    final WireMockEndpoint wireMock;
    final HttpClients httpClients;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    Endpoint(WireMockEndpoint wireMock, HttpClients httpClients) {
        this.wireMock = wireMock;
        this.httpClients = httpClients;
    }

    /** Closes the port and all connections. */
    void goOffline() {
        wireMock.goOffline();
        // A call on a connection that has ended would not fail to connect, now or when it is online again.
        httpClients.renew();
    }

    /**
     * Opens the port again.
     *
     * @throws UncheckedIOException if another program has the port
     */
    void goOnline() {
        wireMock.goOnline();
    }

    WireMockEndpoint.Snapshot snapshot() {
        return wireMock.snapshot();
    }

    /**
     * Restores the stubs, and goes online or offline as the snapshot is.
     *
     * @throws UncheckedIOException if another program has the port
     */
    void restore(WireMockEndpoint.Snapshot snapshot) {
        wireMock.restore(snapshot);
        if (!wireMock.isOnline()) {
            httpClients.renew();
        }
    }

    /** A pooled endpoint, which belongs to no fake and fails every request. */
    record IdleEndpoint(PooledServer server, HttpClients httpClients) {
        Endpoint start(Gateway gateway) {
            try {
                return new Endpoint(server.start(gateway), httpClients);
            } catch (RuntimeException | Error failure) {
                stop();
                throw failure;
            }
        }

        void stop() {
            closing(httpClients, server::stop);
        }
    }

    /**
     * Releases the endpoint.
     *
     * @param idleGateway the gateway that fails all requests from then on
     * @param keep accepts the endpoint for another fake, unless it had to be stopped; if it returns false, the endpoint
     *     is stopped
     */
    void giveBack(Gateway idleGateway, Predicate<IdleEndpoint> keep) {
        end(() -> {
            Optional<PooledServer> idle = Optional.empty();
            try {
                idle = wireMock.giveBack(idleGateway);
            } finally {
                if (idle.isEmpty()) {
                    httpClients.close(); // Their connections lead to a stopped server.
                }
            }
            idle.map(server -> new IdleEndpoint(server, httpClients))
                    .filter(given -> !keep.test(given))
                    .ifPresent(IdleEndpoint::stop);
        });
    }

    /** Stops the server, unless it was returned to the pool. */
    void stop() {
        end(() -> closing(httpClients, wireMock::stop));
    }

    /**
     * Releases the endpoint once. A second caller waits until the first one has finished, unless it runs within a
     * request of the server: the first one may be waiting for that request.
     */
    private void end(Runnable first) {
        if (over.compareAndSet(false, true)) {
            try {
                first.run();
            } finally {
                ended.countDown();
            }
        } else if (!wireMock.isOnRequestThread()) {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    ended.await();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true; // The release ends soon, and the server must not be considered stopped before.
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void closing(HttpClients clients, Runnable stop) {
        try {
            clients.close();
        } finally {
            stop.run();
        }
    }
}
