package io.github.chimefake.internal.wiremock;

import io.github.chimefake.internal.gateway.Gateway;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The gateway behind a server, which changes with the fake that has the server, and the calls that are under way in between:
 * from WireMock's first look at them until the answer has been sent.
 */
final class CurrentGateway {
    private volatile @Nullable Gateway gateway;
    private final Set<Thread> underWay = new HashSet<>();

    void set(Gateway behind) {
        gateway = behind;
    }

    /** Who answers now. A server has a gateway before it listens. */
    Gateway get() {
        return Objects.requireNonNull(gateway);
    }

    /** Notes that this thread serves a call, until {@link #callEnds}. */
    synchronized void callBegins() {
        underWay.add(Thread.currentThread());
    }

    synchronized void callEnds() {
        underWay.remove(Thread.currentThread());
        notifyAll();
    }

    /** Returns whether this thread serves a call, because code of the user that a call runs came here. */
    synchronized boolean servesHere() {
        return underWay.contains(Thread.currentThread());
    }

    /**
     * Waits until no call is under way. An interrupt does not end the wait; the thread stays interrupted.
     *
     * @return false if some still are when the time is up, or if this thread serves one, which would wait for itself
     */
    synchronized boolean awaitCalls(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        boolean interrupted = false;
        try {
            while (!underWay.isEmpty()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0 || servesHere()) {
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
