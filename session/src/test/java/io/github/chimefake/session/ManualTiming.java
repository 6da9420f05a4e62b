package io.github.chimefake.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/** A time that passes only when a session waits for its next attempt, which it then makes at once. */
final class ManualTiming implements Timing {
    private final AtomicLong now = new AtomicLong();
    private final List<Duration> delays = new CopyOnWriteArrayList<>();
    private final double random;

    /** Creates a time in which chance is always this number. */
    ManualTiming(double random) {
        this.random = random;
    }

    List<Duration> delays() {
        return delays;
    }

    void advance(Duration duration) {
        now.addAndGet(duration.toNanos());
    }

    @Override
    public long nanoTime() {
        return now.get();
    }

    @Override
    public double random() {
        return random;
    }

    @Override
    public void schedule(ScheduledExecutorService executor, Runnable task, Duration delay) {
        delays.add(delay);
        advance(delay);
        executor.execute(task);
    }
}
