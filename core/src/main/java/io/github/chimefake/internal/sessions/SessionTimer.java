package io.github.chimefake.internal.sessions;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends pings, and notices what has become invalid by a clock that no test moves, while sessions are open. Its thread ends soon after the
 * last of them.
 */
final class SessionTimer {
    private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final long KEPT_MILLIS = 200;

    private final Supplier<Duration> pingInterval;
    private final OpenSessions open;
    private volatile Runnable check = () -> {};
    private @Nullable ScheduledThreadPoolExecutor pool;
    private boolean ticking;
    private boolean ended;
    private long lastPing;

    SessionTimer(Supplier<Duration> pingInterval, OpenSessions open) {
        this.pingInterval = pingInterval;
        this.open = open;
    }

    /** Sets what ends sessions that are not valid any more. */
    void checkBy(Runnable action) {
        check = action;
    }

    /** Notes that a session was opened. */
    synchronized void wake() {
        if (!ticking && !ended) {
            ticking = true;
            lastPing = System.nanoTime();
            schedule(this::tick, nextTick());
        }
    }

    /** Runs an action after a delay, unless the fake ends before. */
    synchronized void later(Duration delay, Runnable action) {
        if (!ended) {
            schedule(action, delay.compareTo(LONGEST) < 0 ? delay.toNanos() : LONGEST.toNanos());
        }
    }

    synchronized void end() {
        ended = true;
        if (pool != null) {
            pool.shutdownNow();
        }
    }

    private void tick() {
        try {
            check.run();
        } catch (RuntimeException ofClock) { // The clock may be the test's.
            System.getLogger(SessionTimer.class.getName())
                    .log(Level.WARNING, "Could not check messaging sessions", ofClock);
        }
        boolean due;
        synchronized (this) {
            due = System.nanoTime() - lastPing >= pingInterval.get().toNanos();
            lastPing = due ? System.nanoTime() : lastPing;
        }
        if (due) {
            open.all().forEach(SocketSession::ping);
        }
        synchronized (this) {
            ticking = !open.all().isEmpty() && !ended;
            if (ticking) {
                schedule(this::tick, nextTick());
            }
        }
    }

    private long nextTick() {
        return Math.min(CHECK_NANOS, pingInterval.get().toNanos());
    }

    private void schedule(Runnable action, long nanos) {
        ScheduledThreadPoolExecutor current = pool;
        if (current == null) {
            current = new ScheduledThreadPoolExecutor(1, SessionTimer::daemon);
            current.setKeepAliveTime(KEPT_MILLIS, TimeUnit.MILLISECONDS);
            current.allowCoreThreadTimeOut(true);
            pool = current;
        }
        try {
            ScheduledFuture<?> unused = current.schedule(action, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException end) {
            ticking = false;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "chime-messaging-fake-sessions");
        thread.setDaemon(true);
        return thread;
    }
}
