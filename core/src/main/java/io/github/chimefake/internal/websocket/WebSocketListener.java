package io.github.chimefake.internal.websocket;

/** Is told what happens on one connection, by one thread at a time. */
public interface WebSocketListener {
    /** Called once, when the response of the upgrade was sent, before anything is received. */
    void opened(WebSocketConnection connection);

    /** Called with each text message of the client. */
    default void received(String text) {}

    /** Called with each pong of the client. */
    default void pong() {}

    /**
     * Called once, when the connection is closed for any reason, after {@code opened}.
     *
     * @param code the close code: of the close frame that was received or sent first; 1006 without one
     */
    void closed(int code, String reason);
}
