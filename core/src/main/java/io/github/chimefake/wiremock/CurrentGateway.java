package io.github.chimefake.wiremock;

import io.github.chimefake.gateway.Gateway;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The gateway behind a server, which changes with the fake that has the server, and the calls that are under way in between:
 * from WireMock's first look at them until the answer has been sent.
 */
final class CurrentGateway {
    private volatile @Nullable Gateway gateway;
    private int underWay;

    void set(Gateway behind) {
        gateway = behind;
    }

    /** Who answers now. A server has a gateway before it listens. */
    Gateway get() {
        return Objects.requireNonNull(gateway);
    }

    synchronized void callBegins() {
        underWay++;
    }

    synchronized void callEnds() {
        underWay--;
        notifyAll();
    }

    /**
     * Waits until no call is under way.
     *
     * @return false if some still are when the time is up, or the thread was interrupted
     */
    synchronized boolean awaitCalls(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (underWay != 0) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
