package io.github.chimefake.internal.sweep;

import io.github.chimefake.internal.sweep.calls.CodeThread;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Interrupts the current thread if code takes too long, again and again until the code has ended or is left behind. */
final class Watchdog {
    private static final long AGAIN_MILLIS = 200;

    private final Thread watched = Thread.currentThread();
    private final ScheduledFuture<?> interruption;
    private boolean ended;
    private boolean hasInterrupted;

    /**
     * Watches what the current thread does until this is closed.
     *
     * @param onTimeout gets the stack of the thread when the time is over
     */
    Watchdog(ScheduledExecutorService timer, Duration limit, Consumer<StackTraceElement[]> onTimeout) {
        interruption = timer.scheduleAtFixedRate(
                () -> interrupt(onTimeout), limit.toMillis(), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Returns a timer for the watchdogs of a sweep. Its thread ends soon after the last of them. */
    static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "chime-fake-sweep-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private synchronized void interrupt(Consumer<StackTraceElement[]> onTimeout) {
        if (ended) {
            return;
        }
        if (watched instanceof CodeThread own && own.isLeftBehind()) {
            interruption.cancel(false);
            return;
        }
        if (!hasInterrupted) {
            onTimeout.accept(watched.getStackTrace());
        }
        hasInterrupted = true;
        watched.interrupt();
    }

    /** Removes the interruption, which is not for the test. */
    void close() {
        interruption.cancel(false);
        synchronized (this) {
            ended = true;
            if (hasInterrupted) {
                Thread.interrupted();
            }
        }
    }
}
