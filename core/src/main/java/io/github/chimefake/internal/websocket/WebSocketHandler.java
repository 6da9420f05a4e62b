package io.github.chimefake.internal.websocket;

/** Decides about requests that open connections. */
@FunctionalInterface
public interface WebSocketHandler {
    /** Returns what becomes of the request. Called by a thread of that connection, so it may take time. */
    Upgrade upgrade(UpgradeRequest request);

    /** Returns what decides about the request on a socket that was accepted now. Must return at once. */
    default WebSocketHandler accepted() {
        return this;
    }
}
