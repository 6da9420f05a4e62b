package io.github.chimefake.internal.tls;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends what takes too long as a whole, however short each of its parts is. */
final class Deadlines implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, ConnectionThreads::daemon);
    private final Duration time;

    Deadlines(Duration time) {
        this.time = time;
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Runs the end after the time, unless the result is canceled before.
     *
     * @throws RejectedExecutionException if it is closed
     */
    Future<?> start(Runnable end) {
        return timer.schedule(end, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
