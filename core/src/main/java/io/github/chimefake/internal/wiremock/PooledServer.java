package io.github.chimefake.internal.wiremock;

import io.github.chimefake.internal.gateway.Gateway;

/**
 * A running server in the pool. It belongs to no fake and fails every request until a fake takes it, or it is stopped.
 */
public final class PooledServer {
    private final ReusableServer server;

    PooledServer(ReusableServer server) {
        this.server = server;
    }

    /**
     * Assigns the server to another fake.
     *
     * @param gateway responds to requests that match no stub of the user
     */
    public WireMockEndpoint start(Gateway gateway) {
        server.clearRequests(); // Requests that failed while the server was in the pool.
        server.setGateway(gateway);
        return new WireMockEndpoint(server);
    }

    /** Stops the server. */
    public void stop() {
        server.stop();
    }
}
