package io.github.chimefake;

import io.github.chimefake.gateway.Gateway;
import io.github.chimefake.wiremock.IdleEndpoint;
import io.github.chimefake.wiremock.WireMockEndpoint;
import java.util.Optional;

/** What is expensive about a fake and knows nothing of what it holds: a server, and the HTTP clients that call it. */
final class Endpoint {
    final WireMockEndpoint wireMock;
    final HttpClients httpClients;
    private boolean over;

    Endpoint(WireMockEndpoint wireMock, HttpClients httpClients) {
        this.wireMock = wireMock;
        this.httpClients = httpClients;
    }

    /** One that no fake has; it refuses every call. */
    record Idle(IdleEndpoint server, HttpClients httpClients) {
        Endpoint start(Gateway gateway) {
            return new Endpoint(server.start(gateway), httpClients);
        }

        void stop() {
            httpClients.close();
            server.stop();
        }
    }

    /**
     * Ends the use by this fake.
     *
     * @return the endpoint for another fake, unless it had to be stopped, or was over before
     */
    synchronized Optional<Idle> giveBack(Gateway refusing) {
        if (over) {
            return Optional.empty();
        }
        over = true;
        Optional<IdleEndpoint> idle = wireMock.giveBack(refusing);
        if (idle.isEmpty()) {
            httpClients.close(); // Their connections lead to a server that is gone.
        }
        return idle.map(server -> new Idle(server, httpClients));
    }

    /** Stops the server, unless it was given back. */
    synchronized void stop() {
        if (!over) {
            over = true;
            httpClients.close();
            wireMock.stop();
        }
    }
}
