package io.github.chimefake;

import io.github.chimefake.gateway.Gateway;

/** Hands parts of a fake to the benchmarks, which no user needs. */
public final class MeasuredParts {
    private MeasuredParts() {}

    /** What answers the fake's calls. */
    public static Gateway gateway(ChimeMessagingServer chime) {
        return chime.gateway();
    }

    /** Makes the rooms of a fake, without a server, and lets them answer two calls. */
    public static void rehearse() {
        new Rehearsal().perform();
    }
}
