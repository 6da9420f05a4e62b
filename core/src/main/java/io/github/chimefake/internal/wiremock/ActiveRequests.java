package io.github.chimefake.internal.wiremock;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The requests that a server is processing, each from the first request filter until its response has been sent. */
final class ActiveRequests {
    private final Set<Thread> threads = new HashSet<>();

    /** Marks the current thread as processing a request, until {@link #end}. */
    synchronized void begin() {
        threads.add(Thread.currentThread());
    }

    synchronized void end() {
        threads.remove(Thread.currentThread());
        notifyAll();
    }

    /** Returns whether the current thread is processing a request, as user code that a request runs does. */
    synchronized boolean isCurrentThread() {
        return threads.contains(Thread.currentThread());
    }

    /**
     * Waits until no request is active. An interrupt does not end the wait; the thread's interrupt status is restored afterwards.
     *
     * @return false if requests are still active after the timeout, or if the current thread is processing one, because it would
     *     wait for itself
     */
    synchronized boolean awaitNone(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        boolean interrupted = false;
        try {
            while (!threads.isEmpty()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0 || isCurrentThread()) {
                    return false;
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
