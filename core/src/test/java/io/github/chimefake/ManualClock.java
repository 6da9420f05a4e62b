package io.github.chimefake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves only when it is told to, or by the same step at every look. */
public final class ManualClock extends Clock {
    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final Duration step;
    private Instant now = START;

    private ManualClock(Duration step) {
        this.step = step;
    }

    public static ManualClock standingStill() {
        return new ManualClock(Duration.ZERO);
    }

    public static ManualClock advancingAtEveryLook(Duration step) {
        return new ManualClock(step);
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public synchronized Instant instant() {
        Instant seen = now;
        now = now.plus(step);
        return seen;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
