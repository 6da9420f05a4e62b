package io.github.chimefake.internal.messaging.store;

import io.github.chimefake.internal.messaging.state.State;

/** All that the service knew at one moment. Taking one and going back to it costs the same however much that is. */
public final class Snapshot {
    private final State state;

    public Snapshot(State state) {
        this.state = state;
    }

    public State state() {
        return state;
    }
}
