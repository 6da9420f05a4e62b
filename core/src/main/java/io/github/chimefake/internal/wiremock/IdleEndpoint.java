package io.github.chimefake.internal.wiremock;

import io.github.chimefake.internal.gateway.Gateway;

/** A server that runs and belongs to no fake: it refuses every call until it is given to another one, or stopped. */
public final class IdleEndpoint {
    private final WarmServer server;

    IdleEndpoint(WarmServer server) {
        this.server = server;
    }

    /**
     * Gives the server to another fake.
     *
     * @param gateway who answers what no stub does
     */
    public WireMockEndpoint start(Gateway gateway) {
        server.forgetRequests(); // Those that were refused meanwhile.
        server.serve(gateway);
        return new WireMockEndpoint(server);
    }

    /** Stops the server. */
    public void stop() {
        server.stop();
    }
}
