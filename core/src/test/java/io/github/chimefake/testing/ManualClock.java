package io.github.chimefake.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when it is told to, or by the same step at every look. */
public final class ManualClock extends Clock {
    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final AtomicReference<Instant> now;
    private final Duration step;
    private final ZoneId zone;

    private ManualClock(AtomicReference<Instant> now, Duration step, ZoneId zone) {
        this.now = now;
        this.step = step;
        this.zone = zone;
    }

    public static ManualClock standingStill() {
        return standingStillAt(START);
    }

    public static ManualClock standingStillAt(Instant instant) {
        return new ManualClock(new AtomicReference<>(instant), Duration.ZERO, ZoneOffset.UTC);
    }

    public static ManualClock advancingAtEveryLook(Duration step) {
        return new ManualClock(new AtomicReference<>(START), step, ZoneOffset.UTC);
    }

    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public Instant instant() {
        return now.getAndUpdate(instant -> instant.plus(step));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** Returns the same clock in another zone: both move together. */
    @Override
    public Clock withZone(ZoneId other) {
        return new ManualClock(now, step, other);
    }
}
