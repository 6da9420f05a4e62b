package io.github.chimefake.internal.background;

import java.lang.System.Logger.Level;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Work in the queue of a channel. */
final class QueuedWork {
    private final Object queue;
    private final Work work;
    private volatile boolean released;
    private volatile boolean dropped;
    private @Nullable Thread thread;
    private long begin;

    QueuedWork(Object queue, Work work) {
        this.queue = queue;
        this.work = work;
    }

    /** Returns the key of the queue. */
    Object queue() {
        return queue;
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

    boolean isReleased() {
        return released;
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
                        ? (work.runsUserCode() ? ", waiting for earlier work of its channel" : ", about to begin")
                        : ", waiting until the response of its request is sent");
    }
}
