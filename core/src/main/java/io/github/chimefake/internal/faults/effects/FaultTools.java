package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.internal.lifetime.UserCode;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What faults need of the fake. */
public final class FaultTools {
    private final UserCode userCode;
    private final Clock clock;
    private final long seed;
    private final Consumer<ChimeCaller> expire;
    private final Consumer<ChimeCaller> rotate;
    private SplittableRandom random;

    /**
     * Creates tools.
     *
     * @param userCode runs predicates and effects of the test
     * @param clock the clock of the fake
     * @param seed the same seed and the same calls give the same random numbers
     * @param expire expires the credentials of a caller
     * @param rotate replaces the keys of a caller
     */
    public FaultTools(
            UserCode userCode, Clock clock, long seed, Consumer<ChimeCaller> expire, Consumer<ChimeCaller> rotate) {
        this.userCode = userCode;
        this.clock = clock;
        this.seed = seed;
        this.expire = expire;
        this.rotate = rotate;
        this.random = new SplittableRandom(seed);
    }

    /** Returns what runs code of the test. */
    public UserCode userCode() {
        return userCode;
    }

    /** Returns the clock of the fake. */
    public Clock clock() {
        return clock;
    }

    /** Returns a generator for one thread. */
    public synchronized RandomGenerator random() {
        return random.split();
    }

    /** Begins the random numbers anew. */
    public synchronized void restartRandom() {
        random = new SplittableRandom(seed);
    }

    void expireCredentials(ChimeCaller caller) {
        expire.accept(caller);
    }

    void rotateCredentials(ChimeCaller caller) {
        rotate.accept(caller);
    }
}
