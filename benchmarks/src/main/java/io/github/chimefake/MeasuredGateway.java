package io.github.chimefake;

import io.github.chimefake.gateway.Gateway;

/** Hands the gateway of a fake to the benchmarks, which no user needs. */
public final class MeasuredGateway {
    private MeasuredGateway() {}

    /** What answers the fake's calls. */
    public static Gateway of(ChimeMessagingServer chime) {
        return chime.gateway();
    }
}
