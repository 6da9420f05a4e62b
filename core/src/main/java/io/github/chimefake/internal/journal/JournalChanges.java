package io.github.chimefake.internal.journal;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The changes of a journal, to wait for the next one. A call that ends is a change, too. */
public final class JournalChanges {
    private final Set<Thread> underWay = new HashSet<>();
    private long changes;
    private long resets;
    private boolean ended;

    JournalChanges() {}

    /**
     * What had happened at one moment.
     *
     * @param changes the number of changes
     * @param callsUnderWay the number of calls that had begun and not ended, without the one that the current thread serves
     * @param resets how often the journal was cleared
     * @param ended whether the fake was closed, so that the journal no longer changes
     */
    public record Moment(long changes, int callsUnderWay, long resets, boolean ended) {}

    /** Marks the current thread as serving a call, until {@link #callEnds}. */
    public synchronized void callBegins() {
        underWay.add(Thread.currentThread());
    }

    /** Marks the call of the current thread as ended. Has no effect if there is none. */
    public synchronized void callEnds() {
        if (underWay.remove(Thread.currentThread())) {
            changed();
        }
    }

    /** Returns whether the current thread serves a call. */
    public synchronized boolean isInCall() {
        return underWay.contains(Thread.currentThread());
    }

    /** Notes a change. */
    public synchronized void changed() {
        changes++;
        notifyAll();
    }

    synchronized void cleared() {
        resets++;
        changed();
    }

    /** Marks the end of the fake. */
    public synchronized void end() {
        ended = true;
        changed();
    }

    /** Returns what has happened. */
    public synchronized Moment now() {
        int own = underWay.contains(Thread.currentThread()) ? 1 : 0;
        return new Moment(changes, underWay.size() - own, resets, ended);
    }

    /**
     * Waits until something has changed since the given moment.
     *
     * @return false if nothing has changed in that time
     * @throws InterruptedException if the thread is interrupted and nothing has changed
     */
    public synchronized boolean awaitAfter(Moment moment, long nanos) throws InterruptedException {
        long begin = System.nanoTime();
        while (changes == moment.changes) {
            long left = nanos - (System.nanoTime() - begin);
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
