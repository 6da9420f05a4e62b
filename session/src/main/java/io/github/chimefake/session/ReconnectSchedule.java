package io.github.chimefake.session;

import java.time.Duration;
import java.util.Optional;

/**
 * When a session connects again: as the client for JavaScript does it. It waits a random time (full jitter) of at most 1 second, which
 * doubles with each attempt up to 5 seconds, and ends when the time since the first attempt exceeds the budget. A connection that opens
 * begins it anew. Not thread-safe.
 */
final class ReconnectSchedule {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int ENOUGH_DOUBLINGS = 3;

    private final Duration budget;
    private final Timing timing;
    private Optional<Long> firstAttempt = Optional.empty();
    private int waits;

    ReconnectSchedule(Duration budget, Timing timing) {
        this.budget = budget;
        this.timing = timing;
    }

    /** Begins anew. */
    void reset() {
        firstAttempt = Optional.empty();
        waits = 0;
    }

    void attemptStarted() {
        firstAttempt = Optional.of(firstAttempt.orElseGet(timing::nanoTime));
    }

    /** Returns how long to wait before the next attempt; empty if there is none after this close. */
    Optional<Duration> next(int closeCode) {
        if (budget.isZero() || !mayReconnect(closeCode) || isSpent()) {
            return Optional.empty();
        }
        long longest = Math.min(LONGEST.toNanos(), FIRST.toNanos() << Math.min(waits, ENOUGH_DOUBLINGS));
        waits++;
        return Optional.of(Duration.ofNanos((long) (timing.random() * longest)));
    }

    private boolean isSpent() {
        return firstAttempt
                .filter(first -> timing.nanoTime() - first >= budget.toNanos())
                .isPresent();
    }

    static boolean mayReconnect(int code) {
        return switch (code) {
            case 1001, 1006, 1011, 1012, 1013, 1014 -> true;
            case 4002, 4003, 4401 -> false;
            default -> code > 4000;
        };
    }
}
