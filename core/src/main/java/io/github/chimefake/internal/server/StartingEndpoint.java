package io.github.chimefake.internal.server;

import io.github.chimefake.internal.clients.HttpClients;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.http.ListenAddress;
import io.github.chimefake.internal.wiremock.WireMockEndpoint;
import io.github.chimefake.internal.wiremock.WireMockLauncher;
import java.util.Optional;

/**
 * The endpoint of a fake that is being started: one of the pool, or a new one that is built in the background. It is
 * taken from the pool as the last step, when the start can no longer fail.
 */
final class StartingEndpoint {
    private final ListenAddress address;
    private final Optional<EndpointPool> pool;
    private final Optional<WireMockLauncher> built;

    StartingEndpoint(ListenAddress address, Optional<EndpointPool> pool) {
        this.address = address;
        this.pool = pool;
        this.built = pool.filter(EndpointPool::hasIdle).isPresent()
                ? Optional.empty()
                : Optional.of(WireMockEndpoint.prepare(address.bind(), address.port()));
    }

    Endpoint start(Gateway gateway) {
        return built.map(prepared -> fresh(prepared, gateway))
                .or(() -> pool.flatMap(EndpointPool::take).map(idle -> idle.start(gateway)))
                .orElseGet(() -> fresh(
                        WireMockEndpoint.prepare(address.bind(), address.port()), gateway)); // Another fake took it.
    }

    private static Endpoint fresh(WireMockLauncher prepared, Gateway gateway) {
        return new Endpoint(prepared.start(gateway), new HttpClients());
    }
}
