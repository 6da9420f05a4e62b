package io.github.chimefake.internal.messaging.store;

import io.github.chimefake.internal.messaging.state.State;

/** The state at one time. Snapshots are created and restored in constant time. */
public final class Snapshot {
    private final State state;

    public Snapshot(State state) {
        this.state = state;
    }

    public State state() {
        return state;
    }
}
