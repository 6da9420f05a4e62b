package io.github.chimefake.internal.sweep.calls;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * A moment in the course of a thread.
 *
 * @param thread the id of the thread
 * @param waits how often the thread has slept or waited so far; negative if that is not known
 * @param nanos the time, since an arbitrary moment
 */
public record Moment(long thread, long waits, long nanos) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Long enough for a response and the next request, and shorter than any pause that helps a service. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Returns the moment in which this is called. */
    static Moment now() {
        @SuppressWarnings("deprecation") // threadId() is new in Java 19.
        long thread = Thread.currentThread().getId();
        ThreadInfo info = THREADS.getThreadInfo(thread);
        return new Moment(thread, info == null ? -1 : info.getWaitedCount(), System.nanoTime());
    }

    /**
     * Returns whether there was a pause until a later moment. Of one thread, it does not depend on how busy the machine is: the thread has
     * waited, or not.
     */
    boolean isBeforePause(Moment later) {
        boolean known = thread == later.thread && waits >= 0 && later.waits >= 0;
        return known ? later.waits > waits : later.nanos - nanos >= PAUSE.toNanos();
    }
}
