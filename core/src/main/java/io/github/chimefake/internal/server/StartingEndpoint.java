package io.github.chimefake.internal.server;

import io.github.chimefake.internal.clients.HttpClients;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.wiremock.PreparedEndpoint;
import io.github.chimefake.internal.wiremock.WireMockEndpoint;
import java.util.Optional;

/**
 * The endpoint of a fake that is being started: one of the pool's, or a new one, which is built in the background meanwhile. It is
 * taken from the pool at the end, when nothing can go wrong any more.
 */
final class StartingEndpoint {
    private final int port;
    private final Optional<EndpointPool> pool;
    private final Optional<PreparedEndpoint> built;

    StartingEndpoint(int port, Optional<EndpointPool> pool) {
        this.port = port;
        this.pool = pool;
        this.built = pool.filter(EndpointPool::hasIdle).isPresent()
                ? Optional.empty()
                : Optional.of(WireMockEndpoint.prepare(port));
    }

    Endpoint start(Gateway gateway) {
        return built.map(prepared -> fresh(prepared, gateway))
                .or(() -> pool.flatMap(EndpointPool::take).map(idle -> idle.start(gateway)))
                .orElseGet(() -> fresh(WireMockEndpoint.prepare(port), gateway)); // Another fake was faster.
    }

    private static Endpoint fresh(PreparedEndpoint prepared, Gateway gateway) {
        return new Endpoint(prepared.start(gateway), new HttpClients());
    }
}
