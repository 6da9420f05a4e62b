package io.github.chimefake;

import io.github.chimefake.call.FakeLifetime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The time that the fake lives in: timestamps, expiry of credentials and channels, rate limits. It goes on by itself, and a
 * test can advance it or let it stand still. Signatures and the {@code Date} header go by the true time whatever this says. A
 * reset goes back to the clock of the baseline. No lock is held while the clock that a test brought is asked.
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
    record Setting(Duration ahead, Optional<Instant> frozen) {
        Setting later(Duration duration) {
            return new Setting(ahead.plus(duration), frozen);
        }

        /** Stands still from now on, unless it does already. */
        Setting frozenAt(Instant now) {
            return frozen.isPresent() ? this : new Setting(ahead, Optional.of(now));
        }

        /** Goes on from where it stands. */
        Setting resumedAt(Instant now) {
            return frozen.map(since -> new Setting(ahead.minus(Duration.between(since, now)), Optional.empty()))
                    .orElse(this);
        }
    }

    ChimeClock(Clock time, FakeLifetime lifetime) {
        this.time = time;
        this.lifetime = lifetime;
    }

    /** What the fake takes for now. */
    @Override
    public Instant instant() {
        Setting current = setting;
        return current.frozen().orElseGet(time::instant).plus(current.ahead());
    }

    /**
     * Lets time pass at once; a clock that stands still goes on standing, that much later.
     *
     * @param duration more than nothing: time does not go back
     */
    public void advance(Duration duration) {
        lifetime.requireRunning("advance(" + duration + ")");
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(
                    "advance(" + duration + "): time does not go back; give the clock a time with freezeAt(instant)");
        }
        change(current -> current.later(duration));
    }

    /** Stops the clock. Whatever happens from now on happens at one instant, until it is advanced or goes on. */
    public void freeze() {
        lifetime.requireRunning("freeze()");
        if (setting.frozen().isEmpty()) {
            Instant now = time.instant();
            change(current -> current.frozenAt(now));
        }
    }

    /** Stops the clock at this instant. */
    public void freezeAt(Instant instant) {
        lifetime.requireRunning("freezeAt(" + instant + ")");
        Instant now = time.instant();
        set(new Setting(Duration.between(now, instant), Optional.of(now)));
    }

    /** Lets a clock that stands still go on from where it stands. */
    public void resume() {
        lifetime.requireRunning("resume()");
        if (setting.frozen().isPresent()) {
            Instant now = time.instant();
            change(current -> current.resumedAt(now));
        }
    }

    Setting setting() {
        return setting;
    }

    void set(Setting other) {
        change(current -> other);
    }

    private synchronized void change(UnaryOperator<Setting> change) {
        setting = change.apply(setting);
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
