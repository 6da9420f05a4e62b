package io.github.chimefake.internal.server;

import io.github.chimefake.ChimeClock;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The clock of a fake, based on the system clock or a clock of the user. No lock is held while the user clock is read.
 */
final class AdjustableClock extends ChimeClock {
    private final Clock time;
    private final FakeLifetime lifetime;
    private volatile Runnable onChange = () -> {};
    private volatile Setting setting = new Setting(Duration.ZERO, Optional.empty());

    /**
     * The difference between this clock and its base clock.
     *
     * @param ahead the offset from the base clock
     * @param frozen the time of the base clock when this clock was frozen
     */
    record Setting(Duration ahead, Optional<Instant> frozen) {
        Setting later(Duration duration) {
            return new Setting(ahead.plus(duration), frozen);
        }

        /**
         * Returns a setting that is frozen at the given time of the base clock, or this one if it is already frozen.
         */
        Setting frozenAt(Instant now) {
            return frozen.isPresent() ? this : new Setting(ahead, Optional.of(now));
        }

        /** Returns a setting that resumes from the frozen time. */
        Setting resumedAt(Instant now) {
            return frozen.map(since -> new Setting(ahead.minus(Duration.between(since, now)), Optional.empty()))
                    .orElse(this);
        }
    }

    AdjustableClock(Clock time, FakeLifetime lifetime) {
        this.time = time;
        this.lifetime = lifetime;
    }

    @Override
    public Instant instant() {
        Setting current = setting;
        return current.frozen().orElseGet(time::instant).plus(current.ahead());
    }

    @Override
    public void advance(Duration duration) {
        lifetime.requireRunning("advance(" + duration + ")");
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("advance(" + duration
                    + "): the duration must be positive. To set another time, call freezeAt(instant)");
        }
        change(current -> current.later(duration));
    }

    @Override
    public void freeze() {
        lifetime.requireRunning("freeze()");
        if (setting.frozen().isEmpty()) {
            Instant now = time.instant();
            change(current -> current.frozenAt(now));
        }
    }

    @Override
    public void freezeAt(Instant instant) {
        lifetime.requireRunning("freezeAt(" + instant + ")");
        Instant now = time.instant();
        set(new Setting(Duration.between(now, instant), Optional.of(now)));
    }

    @Override
    public void resume() {
        lifetime.requireRunning("resume()");
        if (setting.frozen().isPresent()) {
            Instant now = time.instant();
            change(current -> current.resumedAt(now));
        }
    }

    @Override
    public boolean isFrozen() {
        return setting.frozen().isPresent();
    }

    Setting setting() {
        return setting;
    }

    void set(Setting other) {
        change(current -> other);
    }

    private void change(UnaryOperator<Setting> change) {
        synchronized (this) {
            setting = change.apply(setting);
        }
        onChange.run();
    }

    /** Sets what runs after the test has changed the time, without a lock. */
    void onChange(Runnable action) {
        onChange = action;
    }

    @Override
    public ZoneId getZone() {
        return time.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        AdjustableClock elsewhere = new AdjustableClock(time.withZone(zone), lifetime);
        elsewhere.set(setting);
        return elsewhere;
    }
}
