package io.github.chimefake.internal.socketfaults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Events that a fault holds back, each with what sends it. */
public final class HeldFrames {
    private List<BooleanSupplier> held = new ArrayList<>();

    /**
     * Holds an event back.
     *
     * @param send sends it, and returns whether its session was open
     */
    public synchronized void add(BooleanSupplier send) {
        held.add(send);
    }

    synchronized int count() {
        return held.size();
    }

    synchronized void clear() {
        held = new ArrayList<>();
    }

    int release() {
        List<BooleanSupplier> released;
        synchronized (this) {
            released = held;
            held = new ArrayList<>();
        }
        return (int) released.stream().filter(BooleanSupplier::getAsBoolean).count();
    }
}
