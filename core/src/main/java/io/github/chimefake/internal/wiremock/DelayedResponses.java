package io.github.chimefake.internal.wiremock;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The delayed responses of a server. WireMock schedules them on this pool, so that no thread waits for any of them; the threads of
 * the pool only send what is due.
 */
final class DelayedResponses {
    private final ScheduledThreadPoolExecutor pool;

    /** Makes the threads of a pool that has not started any yet daemon threads. */
    DelayedResponses(ScheduledThreadPoolExecutor pool, ThreadFactory daemons) {
        this.pool = pool;
        pool.setThreadFactory(daemons);
        pool.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
    }

    /** Keeps threads until {@link #discard}, because a pool starts none for a response that becomes due. */
    void keepThreads() {
        pool.allowCoreThreadTimeOut(false);
    }

    /** Returns whether a response is waiting or being sent. */
    boolean arePending() {
        return !pool.getQueue().isEmpty() || pool.getActiveCount() > 0;
    }

    /** Discards what is waiting, and ends the threads. The pool can be used again, as its server can be started again. */
    void discard() {
        pool.getQueue().clear();
        pool.allowCoreThreadTimeOut(true);
    }
}
