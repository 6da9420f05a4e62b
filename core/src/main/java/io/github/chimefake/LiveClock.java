package io.github.chimefake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The true time in milliseconds, but later at every look, so that what a test does in turn has timestamps in that order.
 * Under a load of more than a thousand looks a second it stops running ahead after a second, and repeats itself.
 */
final class LiveClock extends Clock {
    private static final Duration FURTHEST_AHEAD = Duration.ofSeconds(1);

    private final Clock trueTime;
    private Instant last = Instant.MIN;

    LiveClock(Clock trueTime) {
        this.trueTime = trueTime;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = trueTime.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!now.isAfter(last) && last.isBefore(now.plus(FURTHEST_AHEAD))) {
            now = last.plusMillis(1);
        } else if (now.isBefore(last)) {
            now = last;
        }
        last = now;
        return now;
    }

    @Override
    public ZoneId getZone() {
        return trueTime.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new LiveClock(trueTime.withZone(zone));
    }
}
