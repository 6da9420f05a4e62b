package io.github.chimefake.internal.messaging;

/** All that the service knew at one moment. Taking one and going back to it costs the same however much that is. */
public final class Snapshot {
    private final State state;

    Snapshot(State state) {
        this.state = state;
    }

    State state() {
        return state;
    }
}
