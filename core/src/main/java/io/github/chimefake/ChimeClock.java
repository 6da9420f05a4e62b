package io.github.chimefake;

import io.github.chimefake.call.FakeLifetime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The time that the fake lives in: timestamps, expiry of credentials and channels, rate limits. It goes on by itself, and a
 * test can advance it or let it stand still. Signatures and the {@code Date} header go by the true time whatever this says. A
 * reset goes back to the clock of the baseline.
 *
 * <pre>{@code
 * chime.clock().advance(Duration.ofMinutes(16));
 * }</pre>
 */
public final class ChimeClock extends Clock {
    private final Clock time;
    private final FakeLifetime lifetime;
    private volatile Setting setting = new Setting(Duration.ZERO, Optional.empty());

    /**
     * How the clock differs from the time it is based on.
     *
     * @param ahead by how much
     * @param frozen what that time was when this clock was stopped
     */
    record Setting(Duration ahead, Optional<Instant> frozen) {}

    ChimeClock(Clock time, FakeLifetime lifetime) {
        this.time = time;
        this.lifetime = lifetime;
    }

    /** What the fake takes for now. */
    @Override
    public Instant instant() {
        // Not under a lock: whoever looks may be made to wait by the clock that a test brought.
        Setting current = setting;
        return current.frozen().orElseGet(time::instant).plus(current.ahead());
    }

    /**
     * Lets time pass at once; a clock that stands still goes on standing, that much later.
     *
     * @param duration more than nothing: time does not go back
     */
    public synchronized void advance(Duration duration) {
        lifetime.requireRunning("advance(" + duration + ")");
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(
                    "advance(" + duration + "): time does not go back; give the clock a time with freezeAt(instant)");
        }
        setting = new Setting(setting.ahead().plus(duration), setting.frozen());
    }

    /** Stops the clock. Whatever happens from now on happens at one instant, until it is advanced or goes on. */
    public synchronized void freeze() {
        lifetime.requireRunning("freeze()");
        if (setting.frozen().isEmpty()) {
            setting = new Setting(setting.ahead(), Optional.of(time.instant()));
        }
    }

    /** Stops the clock at this instant. */
    public synchronized void freezeAt(Instant instant) {
        lifetime.requireRunning("freezeAt(" + instant + ")");
        Instant now = time.instant();
        setting = new Setting(Duration.between(now, instant), Optional.of(now));
    }

    /** Lets a clock that stands still go on from where it stands. */
    public synchronized void resume() {
        lifetime.requireRunning("resume()");
        setting.frozen().ifPresent(since -> {
            Duration stood = Duration.between(since, time.instant());
            setting = new Setting(setting.ahead().minus(stood), Optional.empty());
        });
    }

    Setting setting() {
        return setting;
    }

    synchronized void set(Setting other) {
        setting = other;
    }

    @Override
    public ZoneId getZone() {
        return time.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        ChimeClock elsewhere = new ChimeClock(time.withZone(zone), lifetime);
        elsewhere.set(setting);
        return elsewhere;
    }
}
