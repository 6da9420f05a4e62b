package io.github.chimefake.internal.background;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Work in a queue. */
final class QueuedWork {
    private final Object queue;
    private final Object order;
    private final Work work;
    private List<QueuedWork> waitsFor;
    private volatile boolean released;
    private boolean responding;
    private boolean finished;
    private volatile boolean dropped;
    private @Nullable Thread thread;
    private long begin;

    /**
     * Creates work.
     *
     * @param waitsFor the earlier work of the queue that must be done before, even if it is released later
     */
    QueuedWork(Object queue, Object order, Work work, List<QueuedWork> waitsFor) {
        this.queue = queue;
        this.order = order;
        this.work = work;
        this.waitsFor = List.copyOf(waitsFor);
    }

    /** Returns the key of the queue. */
    Object queue() {
        return queue;
    }

    /** Returns what identifies the work that is done in the order in which it was added. */
    Object order() {
        return order;
    }

    String description() {
        return work.description();
    }

    boolean runsUserCode() {
        return work.runsUserCode();
    }

    /** Marks that the response of its cause was sent, so that the work may begin. */
    void release() {
        released = true;
    }

    /** Marks that the response of its cause is being sent, so that its client may have it. */
    void respond() {
        responding = true;
    }

    /** Returns whether the response of its cause was sent, or is being sent. */
    boolean isResponding() {
        return released || responding;
    }

    List<QueuedWork> waitsFor() {
        return waitsFor;
    }

    boolean canBegin() {
        return released && waitsFor.stream().allMatch(earlier -> earlier.finished);
    }

    void finished() {
        finished = true;
        waitsFor = List.of(); // Otherwise each would keep all that was before it.
    }

    /** Does the work, unless it is dropped. */
    void run() {
        if (!begin()) {
            return;
        }
        try {
            work.run(() -> !dropped);
        } catch (Throwable bug) { // Also errors, because the work after this one must be done.
            System.getLogger(QueuedWork.class.getName())
                    .log(Level.ERROR, "The fake failed in the background, which is a bug in it: " + description(), bug);
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        if (dropped) {
            return false;
        }
        begin = System.nanoTime();
        thread = Thread.currentThread();
        return true;
    }

    private synchronized void end() {
        thread = null;
        Thread.interrupted(); // Of drop(); the thread does other work after this.
    }

    /** Drops the work. If it is running, its thread is interrupted, unless it is the current one. */
    synchronized void drop() {
        dropped = true;
        if (thread != null && thread != Thread.currentThread()) {
            thread.interrupt();
        }
    }

    /** Returns what it is, and what it waits for or how long it has been running. */
    synchronized String status() {
        if (thread != null) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            return description() + String.format(Locale.ROOT, ", running for %.1f s", seconds);
        }
        return description()
                + (released
                        ? (work.runsUserCode() || !canBegin()
                                ? ", waiting for earlier work of its channel"
                                : ", about to begin")
                        : ", waiting until the response of its request is sent");
    }
}
