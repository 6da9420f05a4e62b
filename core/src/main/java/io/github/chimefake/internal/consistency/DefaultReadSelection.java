package io.github.chimefake.internal.consistency;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeService;
import io.github.chimefake.Registration;
import io.github.chimefake.consistency.ReadSelection;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.CallSelection;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import java.time.Duration;

/** Selects reads that may be stale. */
@CheckReturnValue
class DefaultReadSelection extends CallSelection<DefaultReadSelection> implements ReadSelection {
    private static final Duration OBSERVED_DURATION = Duration.ofMillis(2_500);
    private static final double OBSERVED_SHARE = 0.3;

    final StaleReads<?> reads;
    final FakeLifetime lifetime;

    DefaultReadSelection(StaleReads<?> reads, FakeLifetime lifetime, CallFilter filter) {
        super(filter);
        this.reads = reads;
        this.lifetime = lifetime;
    }

    @Override
    protected DefaultReadSelection with(CallFilter other) {
        return new DefaultReadSelection(reads, lifetime, other);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration eventual() {
        CallFilter observed =
                filter().operations().isEmpty() ? filter().on(ChimeService.MESSAGING.operations()) : filter();
        return with(observed).sometimesStaleFor(OBSERVED_DURATION);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration staleFor(Duration duration) {
        return register(new Staleness.ForTime(positive("staleFor", duration)));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration staleReads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("staleReads(" + count + "): the number must be at least 1");
        }
        return register(new Staleness.ForReads(count));
    }

    @CanIgnoreReturnValue
    @Override
    public Registration sometimesStaleFor(Duration duration) {
        return sometimesStaleFor(duration, OBSERVED_SHARE);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration sometimesStaleFor(Duration duration, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "sometimesStaleFor(" + duration + ", " + share + "): the share must be more than 0 and at most 1");
        }
        return register(new Staleness.Sometimes(new Staleness.ForTime(positive("sometimesStaleFor", duration)), share));
    }

    private Registration register(Staleness staleness) {
        lifetime.requireRunning("A rule for stale reads cannot be registered");
        return reads.replaceRule(filter().requireSatisfiable(), staleness);
    }

    private static Duration positive(String word, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(word + "(" + duration + "): the duration must be positive");
        }
        return duration;
    }
}
