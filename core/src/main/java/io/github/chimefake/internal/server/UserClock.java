package io.github.chimefake.internal.server;

import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.internal.lifetime.UserCodeException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/** A clock passed to the builder by the user. Errors of the clock name its class. */
final class UserClock extends Clock {
    private final Clock clock;
    private final UserCode userCode;

    UserClock(Clock clock, UserCode userCode) {
        this.clock = clock;
        this.userCode = userCode;
    }

    @Override
    public Instant instant() {
        return userCode.run(this::look);
    }

    private Instant look() {
        try {
            return Objects.requireNonNull(clock.instant(), "the instant");
        } catch (Throwable thrown) { // An AssertionError in the clock is not an error of the fake either.
            throw new UserCodeException(
                    "The clock that this test gave to builder().clock(…), a "
                            + clock.getClass().getName() + ", failed with " + UserCodeException.describe(thrown)
                            + ". It must return an instant at every call.",
                    thrown);
        }
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new UserClock(clock.withZone(zone), userCode);
    }
}
