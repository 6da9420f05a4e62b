package io.github.chimefake.internal.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Durations as people write them: {@code 350 ms}, {@code 1.4 s}, {@code 2 s}. */
public final class PrintedDuration {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private PrintedDuration() {}

    /** Returns milliseconds below a second, else seconds with one decimal. A negative duration, after the clock was set back, is zero. */
    public static String of(Duration duration) {
        if (duration.compareTo(SECOND) < 0) {
            return Math.max(0, duration.toMillis()) + " ms";
        }
        BigDecimal seconds = BigDecimal.valueOf(duration.toMillis(), 3).setScale(1, RoundingMode.HALF_UP);
        return seconds.stripTrailingZeros().toPlainString() + " s";
    }
}
