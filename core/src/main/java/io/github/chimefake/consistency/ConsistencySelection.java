package io.github.chimefake.consistency;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.call.CallFilter;
import io.github.chimefake.call.CallSelection;
import io.github.chimefake.call.FakeLifetime;
import io.github.chimefake.call.Operation;
import io.github.chimefake.call.Rule;
import java.time.Duration;
import java.util.List;

/**
 * A sentence about reads that are to miss the latest writes: which ({@code on}, {@code by}, {@code inChannel}; every read if
 * left out), and for how long. Only the last word registers it, in the place of the one before; the {@link Rule} it returns
 * counts the reads that did not see the current state.
 *
 * <pre>{@code
 * chime.consistency().eventual();
 * chime.consistency().on(LIST_CHANNEL_MEMBERSHIPS).staleReads(2);
 * }</pre>
 *
 * <p>Reads are the operations that change nothing. A stale read sees one consistent earlier state, also when it is asked
 * whether the bearer may read. Writes always act on the current state, and answer from it. What a test does through the fake
 * itself ({@code chime.channel(…).create()} and its like) is seen at once, with all that was written before it.
 */
@CheckReturnValue
public sealed class ConsistencySelection extends CallSelection<ConsistencySelection> permits Consistency {
    private static final Duration OBSERVED_DURATION = Duration.ofMillis(2_500);
    private static final double OBSERVED_SHARE = 0.3;

    final StaleReads<?> reads;
    final FakeLifetime lifetime;

    ConsistencySelection(StaleReads<?> reads, FakeLifetime lifetime, CallFilter filter) {
        super(filter);
        this.reads = reads;
        this.lifetime = lifetime;
    }

    @Override
    protected ConsistencySelection with(CallFilter other) {
        return new ConsistencySelection(reads, lifetime, other);
    }

    /**
     * As the real service was seen in one application: three reads of ten miss the writes of the last 2.5 seconds. Reads of
     * messaging only, unless {@code on} names others: the identity service was never seen to be stale.
     */
    @CanIgnoreReturnValue
    public Rule eventual() {
        CallFilter observed = filter().operations().isEmpty() ? filter().on(List.of(Operation.values())) : filter();
        return with(observed).sometimesStaleFor(OBSERVED_DURATION);
    }

    /** Every read misses the writes of the last so long, by the fake's clock. */
    @CanIgnoreReturnValue
    public Rule staleFor(Duration duration) {
        return register(new Staleness.ForTime(positive("staleFor", duration)));
    }

    /**
     * The next reads after each write miss it; the one after those sees it.
     *
     * @param count how many reads, of whatever and by whomever this sentence means, at least 1
     */
    @CanIgnoreReturnValue
    public Rule staleReads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("staleReads(" + count + "): the number must be at least 1");
        }
        return register(new Staleness.ForReads(count));
    }

    /** Three reads of ten miss the writes of the last so long; which ones follows from the fake's seed. */
    @CanIgnoreReturnValue
    public Rule sometimesStaleFor(Duration duration) {
        return sometimesStaleFor(duration, OBSERVED_SHARE);
    }

    /**
     * Some reads miss the writes of the last so long; which ones follows from the fake's seed.
     *
     * @param share how many of all reads, more than 0 and at most 1
     */
    @CanIgnoreReturnValue
    public Rule sometimesStaleFor(Duration duration, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "sometimesStaleFor(" + duration + ", " + share + "): the share must be more than 0 and at most 1");
        }
        return register(new Staleness.Sometimes(new Staleness.ForTime(positive("sometimesStaleFor", duration)), share));
    }

    private Rule register(Staleness staleness) {
        lifetime.requireRunning("A rule for stale reads cannot be registered");
        return reads.replaceRule(filter().requireSatisfiable(), staleness);
    }

    private static Duration positive(String word, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(word + "(" + duration + "): the time must be longer than nothing");
        }
        return duration;
    }
}
