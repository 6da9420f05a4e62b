package io.github.chimefake.internal.server;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The system time in milliseconds, but strictly increasing, so that consecutive actions of a test have timestamps in
 * order. If it is read more than a thousand times per second, it runs ahead of the system time by at most one second,
 * and then returns the same time repeatedly.
 */
final class LiveClock extends Clock {
    private static final long FURTHEST_AHEAD_MILLIS = 1_000;

    private final Clock trueTime;
    private final AtomicLong lastMillis = new AtomicLong(Long.MIN_VALUE);

    LiveClock(Clock trueTime) {
        this.trueTime = trueTime;
    }

    @Override
    public Instant instant() {
        long now = trueTime.millis();
        return Instant.ofEpochMilli(lastMillis.updateAndGet(last -> later(now, last)));
    }

    private static long later(long now, long last) {
        if (now > last) {
            return now;
        }
        return last < now + FURTHEST_AHEAD_MILLIS ? last + 1 : last;
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
