package io.github.chimefake.internal.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The lifetime of a user.
 *
 * @param validFrom when it is first accepted as a bearer; empty for immediately, even if the clock is set back
 * @param expirationDays the number of days after its creation when it expires; empty for never
 */
public record Lifetime(Optional<Instant> validFrom, Optional<Integer> expirationDays) {
    public Lifetime withExpirationDays(Optional<Integer> days) {
        return new Lifetime(validFrom, days);
    }

    /** Returns when a user that was created at the given time expires. */
    Optional<Instant> end(Instant created) {
        return expirationDays.map(days -> created.plus(Duration.ofDays(days)));
    }
}
