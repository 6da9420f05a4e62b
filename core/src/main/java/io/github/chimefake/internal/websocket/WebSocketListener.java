package io.github.chimefake.internal.websocket;

/** Is told what happens on one connection, by one thread at a time. */
public interface WebSocketListener {
    /** Called once, when the response of the upgrade was sent, before anything is received. */
    void opened(WebSocketConnection connection);

    /** Called with each text message of the client, unless the connection is closing. */
    default void received(String text) {}

    /** Called with each binary message of the client, unless the connection is closing. */
    default void receivedBytes(byte[] bytes) {}

    /** Called with each pong of the client, unless the connection is closing. */
    default void pong() {}

    /**
     * Called once, when the connection is closed for any reason: after {@code opened}, or in its place if the client was gone before.
     *
     * @param code the close code: of the close frame that was received or sent first; 1005 if that has no code; 1006
     *     without a close frame
     * @param reason the reason of that frame; without one, a sentence that says why the connection ended
     */
    void closed(int code, String reason);
}
