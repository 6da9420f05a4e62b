package io.github.chimefake.internal.gateway;

import java.util.SplittableRandom;
import java.util.UUID;

/** Request ids that look random, and are the same after every reset with the same seed. */
public final class RequestIds {
    private final long seed;
    private SplittableRandom random;

    /** The sequence of ids of this seed. */
    public RequestIds(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    String next() {
        return draw().toString(); // Outside the lock, which every call passes.
    }

    private synchronized UUID draw() {
        long version4 = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long variant = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(version4, variant);
    }

    /** Starts over. */
    public synchronized void restart() {
        random = new SplittableRandom(seed);
    }
}
