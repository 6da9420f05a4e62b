package io.github.chimefake.internal.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From when to when a user is one.
 *
 * @param validFrom from when on it is accepted as a bearer; empty for at once, even if the clock is set back
 * @param expirationDays after how many days from its creation it is deleted by itself; empty for never
 */
public record Lifetime(Optional<Instant> validFrom, Optional<Integer> expirationDays) {
    public Lifetime withExpirationDays(Optional<Integer> days) {
        return new Lifetime(validFrom, days);
    }

    /** When a user that was created then is deleted by itself. */
    Optional<Instant> end(Instant created) {
        return expirationDays.map(days -> created.plus(Duration.ofDays(days)));
    }
}
