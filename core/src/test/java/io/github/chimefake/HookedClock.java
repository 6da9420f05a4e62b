package io.github.chimefake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The true time; what a test asks for happens at the next look, once. */
final class HookedClock extends Clock {
    private final ConcurrentLinkedQueue<Runnable> next = new ConcurrentLinkedQueue<>();

    /** Runs the code when somebody looks next; of several, one at each look. */
    void atTheNextLook(Runnable code) {
        next.add(code);
    }

    /** Returns what still waits for a look, which then never happens. */
    Optional<Runnable> atTheNextLookOrNever() {
        return Optional.ofNullable(next.poll());
    }

    @Override
    public Instant instant() {
        Runnable code = next.poll();
        if (code != null) {
            code.run();
        }
        return Instant.now();
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
