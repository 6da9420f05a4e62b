package io.github.chimefake.internal.wiremock;

import io.github.chimefake.internal.gateway.Gateway;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The gateway that a server currently delegates to. It changes when another fake takes over the server. */
final class CurrentGateway {
    private volatile @Nullable Gateway gateway;

    void set(Gateway other) {
        gateway = other;
    }

    /** Returns the gateway. It is always set, because a server gets a gateway before it listens. */
    Gateway get() {
        return Objects.requireNonNull(gateway);
    }
}
