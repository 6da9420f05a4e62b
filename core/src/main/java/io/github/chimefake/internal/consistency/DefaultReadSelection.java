package io.github.chimefake.internal.consistency;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeService;
import io.github.chimefake.Registration;
import io.github.chimefake.consistency.ReadSelection;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.CallSelection;
import io.github.chimefake.internal.filter.Sentence;
import java.time.Duration;
import java.util.List;

/** Selects reads that may be stale. */
@CheckReturnValue
class DefaultReadSelection extends CallSelection<DefaultReadSelection> implements ReadSelection {
    private static final Duration OBSERVED_DURATION = Duration.ofMillis(2_500);
    private static final double OBSERVED_SHARE = 0.3;

    final StaleReads<?> reads;

    DefaultReadSelection(Sentence sentence, StaleReads<?> reads, CallFilter filter) {
        super(sentence, filter);
        this.reads = reads;
    }

    @Override
    protected DefaultReadSelection with(CallFilter other) {
        return new DefaultReadSelection(next(), reads, other);
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
        return register(new Staleness.ForReads(atLeastOne("staleReads", count)));
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
        finish();
        return reads.add(List.of(new StaleRead(filter(), staleness)));
    }

    private static Duration positive(String word, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(
                    word + "(" + duration + "): the duration must be positive. Use for example Duration.ofSeconds(5)");
        }
        return duration;
    }
}
