package io.github.chimefake.internal.sessions.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Events that a fault holds back, each with what sends it. What sends runs without the lock of this object. */
public final class HeldFrames {
    private List<BooleanSupplier> held = new ArrayList<>();
    private boolean closed;

    /**
     * Holds an event back.
     *
     * @param send sends it, and returns whether its session was open
     * @return false if nothing is held back any more, so that the event is to be sent now
     */
    public synchronized boolean add(BooleanSupplier send) {
        if (!closed) {
            held.add(send);
        }
        return !closed;
    }

    synchronized int count() {
        return held.size();
    }

    /** Drops what is held back, and holds back again. */
    synchronized void restart() {
        held = new ArrayList<>();
        closed = false;
    }

    int release() {
        return send(taken());
    }

    /** Sends what is held back, and holds back nothing once all was sent. */
    void close() {
        for (List<BooleanSupplier> last = takenOrClosed(); !last.isEmpty(); last = takenOrClosed()) {
            send(last);
        }
    }

    /** Returns what is held back. If that is nothing, holds back nothing from then on, so that no later event comes first. */
    private synchronized List<BooleanSupplier> takenOrClosed() {
        closed = held.isEmpty();
        return taken();
    }

    private synchronized List<BooleanSupplier> taken() {
        List<BooleanSupplier> taken = held;
        held = new ArrayList<>();
        return taken;
    }

    private static int send(List<BooleanSupplier> taken) {
        return (int) taken.stream().filter(BooleanSupplier::getAsBoolean).count();
    }
}
