package io.github.chimefake.session;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The time and the chance of reconnections. Tests have another, so that they need not wait. */
interface Timing {
    long nanoTime();

    /** Returns a number from 0 to below 1. */
    double random();

    void schedule(ScheduledExecutorService executor, Runnable task, Duration delay);

    /** Returns the true time. */
    static Timing real() {
        return new Timing() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public double random() {
                return ThreadLocalRandom.current().nextDouble();
            }

            @Override
            public void schedule(ScheduledExecutorService executor, Runnable task, Duration delay) {
                ScheduledFuture<?> unused = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            }
        };
    }
}
