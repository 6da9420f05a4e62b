package io.github.chimefake.internal.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long the messages of an app instance are kept. Documented: 30 days after the period was set or changed, older
 * messages are deleted permanently, and later ones as soon as their period ends; until then they are hidden, and
 * visible again if the period is extended or removed. The messages themselves are not changed: the time alone
 * determines which are visible.
 *
 * @param period the retention period; empty for unlimited
 * @param deletedBefore messages sent earlier are deleted permanently, whatever the period is now
 */
public record Retention(Optional<Period> period, Instant deletedBefore) {
    /** Unlimited retention. */
    static final Retention UNLIMITED = new Retention(Optional.empty(), Instant.MIN);

    private static final Duration GRACE = Duration.ofDays(30);

    /**
     * A retention period.
     *
     * @param days the number of days after a message was sent
     * @param deletionStart when older messages are first deleted, and not only hidden
     */
    public record Period(int days, Instant deletionStart) {
        private Instant start(Instant now) {
            return now.minus(Duration.ofDays(days));
        }
    }

    /**
     * Returns this retention with another period. Assumed: setting the same period again does not start a new grace
     * period.
     */
    public Retention with(Optional<Integer> days, Instant now) {
        return days.equals(period.map(Period::days))
                ? this
                : new Retention(days.map(number -> new Period(number, now.plus(GRACE))), deletedBefore(now));
    }

    /** Returns the time before which messages are hidden. */
    public Instant shownFrom(Instant now) {
        return period.map(current -> latest(deletedBefore, current.start(now))).orElse(deletedBefore);
    }

    /** Returns the time before which messages are deleted permanently. */
    public Instant deletedBefore(Instant now) {
        return period.filter(current -> !current.deletionStart().isAfter(now))
                .map(current -> latest(deletedBefore, current.start(now)))
                .orElse(deletedBefore);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
