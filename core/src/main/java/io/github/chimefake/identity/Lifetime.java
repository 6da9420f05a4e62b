package io.github.chimefake.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From when to when a user is one.
 *
 * @param validFrom from when on it is accepted as a bearer
 * @param expirationDays after how many days from its creation it is deleted by itself; empty for never
 */
public record Lifetime(Instant validFrom, Optional<Integer> expirationDays) {
    /** Valid at once and for good, and still so if a test sets the clock back behind the creation. */
    static final Lifetime UNLIMITED = new Lifetime(Instant.MIN, Optional.empty());

    /** The same, but valid only so long after the creation. */
    Lifetime validAfter(Duration delay, Instant created) {
        return delay.isZero() ? this : new Lifetime(created.plus(delay), expirationDays);
    }

    Lifetime withExpirationDays(Optional<Integer> days) {
        return new Lifetime(validFrom, days);
    }

    /** When a user that was created then is deleted by itself. */
    Optional<Instant> end(Instant created) {
        return expirationDays.map(days -> created.plus(Duration.ofDays(days)));
    }
}
