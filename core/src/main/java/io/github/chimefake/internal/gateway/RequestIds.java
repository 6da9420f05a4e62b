package io.github.chimefake.internal.gateway;

import java.util.SplittableRandom;
import java.util.UUID;

/** A sequence of pseudo-random request ids, which is the same for the same seed after every reset. */
public final class RequestIds {
    private final long seed;
    private SplittableRandom random;

    /** Creates the sequence for a seed. */
    public RequestIds(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    String next() {
        return nextUuid().toString(); // Formatted outside the lock, which every request acquires.
    }

    private synchronized UUID nextUuid() {
        long version4 = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long variant = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(version4, variant);
    }

    /** Restarts the sequence. */
    public synchronized void restart() {
        random = new SplittableRandom(seed);
    }
}
