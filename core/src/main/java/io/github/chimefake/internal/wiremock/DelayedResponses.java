package io.github.chimefake.internal.wiremock;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The delayed responses of a server. WireMock schedules them on this pool, so that no thread waits for any of them; the threads of
 * the pool only send what is due.
 */
final class DelayedResponses {
    private final ScheduledThreadPoolExecutor pool;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** Makes the threads of a pool that has not started any yet daemon threads. */
    DelayedResponses(ScheduledThreadPoolExecutor pool, ThreadFactory daemons) {
        this.pool = pool;
        pool.setThreadFactory(work -> {
            threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
            Thread thread = daemons.newThread(work);
            threads.add(thread);
            return thread;
        });
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

    /**
     * Discards what is waiting, interrupts what sends the parts of a body, and ends the threads. The pool can be used again, as its
     * server can be started again.
     */
    void discard() {
        pool.getQueue().clear();
        pool.allowCoreThreadTimeOut(true);
        // WireMock takes an interrupt for the end of a body. It does not outlast the response.
        threads.forEach(Thread::interrupt);
    }
}
