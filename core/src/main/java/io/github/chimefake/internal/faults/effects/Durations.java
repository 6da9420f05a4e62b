package io.github.chimefake.internal.faults.effects;

import java.time.Duration;

/** Checks the durations of faults. */
final class Durations {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    private Durations() {}

    /** Returns the duration, if a response can be delayed by it. */
    static Duration require(String method, Duration duration) {
        return require(method, duration, SHORTEST);
    }

    /** Returns the duration, if it is not shorter than the given one. */
    static Duration require(String method, Duration duration, Duration shortest) {
        if (duration.compareTo(shortest) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(method + "(" + duration + "): the delay must be from " + shortest + " ("
                    + shortest.toMillis() + " ms) to " + LONGEST + " (24 hours)");
        }
        return duration;
    }

    /** Returns the duration, if it is not negative. */
    static Duration requireNotNegative(String method, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(method + "(" + duration + "): the duration must not be negative");
        }
        return duration;
    }
}
