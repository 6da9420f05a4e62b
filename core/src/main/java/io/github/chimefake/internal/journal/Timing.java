package io.github.chimefake.internal.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * When an attempt was received and how late its response was.
 *
 * @param order the number of the attempt among all requests of the fake, in the order received
 * @param receivedAt the system time
 * @param receivedMeanwhile the number of the last request that was received before this attempt was processed
 * @param delay how long the response was delayed after that
 */
public record Timing(long order, Instant receivedAt, long receivedMeanwhile, Duration delay) {
    /** Returns the time between two attempts. */
    Duration until(Timing later) {
        return Duration.between(receivedAt, later.receivedAt);
    }

    /** Returns the time between the response of this attempt and the next attempt; zero if the client did not wait for the response. */
    Duration pauseBefore(Timing next) {
        Duration pause = until(next).minus(delay);
        return pause.isNegative() ? Duration.ZERO : pause;
    }

    /** Returns whether the response of this attempt had not been sent when the later one was received. */
    boolean overlaps(Timing later) {
        return later.order <= receivedMeanwhile || until(later).compareTo(delay) < 0;
    }
}
