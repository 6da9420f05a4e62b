package io.github.chimefake.internal.sweep.calls;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * A moment in the course of a thread. It does not depend on how fast the machine is.
 *
 * @param thread the id of the thread
 * @param waits how often the thread has slept or waited so far; negative if that is not known
 */
public record Moment(long thread, long waits) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Returns the moment in which this is called. */
    static Moment now() {
        @SuppressWarnings("deprecation") // threadId() is new in Java 19.
        long thread = Thread.currentThread().getId();
        ThreadInfo info = THREADS.getThreadInfo(thread);
        return new Moment(thread, info == null ? -1 : info.getWaitedCount());
    }

    /**
     * Returns whether a thread came from this moment to a later one without having slept or waited. Where another thread was involved, that is not
     * known.
     */
    boolean isKnownBeforeNoPause(Moment later, long expectedThread) {
        return thread == expectedThread && later.thread == expectedThread && waits >= 0 && waits == later.waits;
    }
}
