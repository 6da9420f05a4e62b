package io.github.chimefake.internal.server;

import io.github.chimefake.internal.clients.HttpClients;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.wiremock.PooledServer;
import io.github.chimefake.internal.wiremock.WireMockEndpoint;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** What is expensive about a fake and knows nothing of what it holds: a server, and the HTTP clients that call it. */
final class Endpoint {
    final WireMockEndpoint wireMock;
    final HttpClients httpClients;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    Endpoint(WireMockEndpoint wireMock, HttpClients httpClients) {
        this.wireMock = wireMock;
        this.httpClients = httpClients;
    }

    /** One that no fake has; it refuses every call. */
    record Idle(PooledServer server, HttpClients httpClients) {
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
     * Ends the use by this fake.
     *
     * @param keep takes the endpoint for another fake, unless it had to be stopped; if it returns false, it is stopped
     */
    void giveBack(Gateway refusing, Predicate<Idle> keep) {
        end(() -> {
            Optional<PooledServer> idle = Optional.empty();
            try {
                idle = wireMock.giveBack(refusing);
            } finally {
                if (idle.isEmpty()) {
                    httpClients.close(); // Their connections lead to a server that is gone.
                }
            }
            idle.map(server -> new Idle(server, httpClients))
                    .filter(given -> !keep.test(given))
                    .ifPresent(Idle::stop);
        });
    }

    /** Stops the server, unless it was given back. */
    void stop() {
        end(() -> closing(httpClients, wireMock::stop));
    }

    /** Ends the use once. Whoever comes second waits for the end, unless the first one may wait for a call that runs here. */
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
                    interrupted = true; // The end is near, and the server must not be taken for stopped before.
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
