package io.github.chimefake.internal.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * When an attempt was received and how late its response was.
 *
 * @param order the number of the attempt among all requests of the fake, in the order received
 * @param receivedAt the system time
 * @param delay how long the response was delayed
 */
public record Timing(long order, Instant receivedAt, Duration delay) {
    /** Returns the time between two attempts. */
    Duration until(Timing later) {
        return Duration.between(receivedAt, later.receivedAt);
    }

    /** Returns whether the response of this attempt was still delayed when the later one was received. */
    boolean overlaps(Timing later) {
        return until(later).compareTo(delay) < 0;
    }
}
