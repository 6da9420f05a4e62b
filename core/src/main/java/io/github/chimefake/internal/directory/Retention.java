package io.github.chimefake.internal.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long the messages of an app instance are kept. Documented: 30 days after the period was set or changed, messages past
 * it are deleted for good, and from then on each as soon as it passes; until then they are hidden, and come back if the
 * period is made longer or taken away. No message is touched for that: what is left is a matter of the time alone.
 *
 * @param period how long; empty for ever
 * @param deletedBefore messages sent earlier are gone for good, whatever the period became since
 */
public record Retention(Optional<Period> period, Instant deletedBefore) {
    /** Messages are kept for ever. */
    static final Retention UNLIMITED = new Retention(Optional.empty(), Instant.MIN);

    private static final Duration GRACE = Duration.ofDays(30);

    /**
     * How long messages are kept.
     *
     * @param days so many days after they were sent
     * @param deletionStart from when on messages past that are deleted, and not merely hidden
     */
    public record Period(int days, Instant deletionStart) {
        private Instant start(Instant now) {
            return now.minus(Duration.ofDays(days));
        }
    }

    /** With another period. Assumed: the same one again begins no new time of grace. */
    public Retention with(Optional<Integer> days, Instant now) {
        return days.equals(period.map(Period::days))
                ? this
                : new Retention(days.map(number -> new Period(number, now.plus(GRACE))), deletedBefore(now));
    }

    /** Messages sent earlier are not shown. */
    public Instant shownFrom(Instant now) {
        return period.map(current -> latest(deletedBefore, current.start(now))).orElse(deletedBefore);
    }

    private Instant deletedBefore(Instant now) {
        return period.filter(current -> !current.deletionStart().isAfter(now))
                .map(current -> latest(deletedBefore, current.start(now)))
                .orElse(deletedBefore);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
