package io.github.chimefake.session;

import java.time.Duration;

/** The time limits that sessions accept. */
final class Durations {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Durations() {}

    static Duration requireTimeout(String setter, Duration timeout) {
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(setter + "(" + timeout
                    + "): the time must be between a millisecond and an hour. Use for example Duration.ofSeconds(10)");
        }
        return timeout;
    }

    static long nanosOfLimit(Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("The limit " + limit
                    + " is negative. Use at least Duration.ZERO, or for example Duration.ofSeconds(2)");
        }
        return limit.compareTo(Duration.ofDays(365)) > 0 ? Duration.ofDays(365).toNanos() : limit.toNanos();
    }
}
