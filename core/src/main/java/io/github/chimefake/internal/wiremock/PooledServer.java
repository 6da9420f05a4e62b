package io.github.chimefake.internal.wiremock;

import io.github.chimefake.internal.gateway.Gateway;

/** A server that runs and belongs to no fake: it refuses every call until it is given to another one, or stopped. */
public final class PooledServer {
    private final ReusableServer server;

    PooledServer(ReusableServer server) {
        this.server = server;
    }

    /**
     * Gives the server to another fake.
     *
     * @param gateway who answers what no stub does
     */
    public WireMockEndpoint start(Gateway gateway) {
        server.clearRequests(); // Those that were refused meanwhile.
        server.setGateway(gateway);
        return new WireMockEndpoint(server);
    }

    /** Stops the server. */
    public void stop() {
        server.stop();
    }
}
