package io.github.chimefake.internal.websocket;

/** What becomes of a request that opens a WebSocket connection. */
public sealed interface Upgrade {
    /** Accepts the connection. The listener's first call is {@code opened}. */
    record Accept(WebSocketListener listener) implements Upgrade {}

    /** Responds with this status and body, and no upgrade. */
    record Refuse(int status, String body) implements Upgrade {}

    /** Resets the connection without a response. */
    record Reset() implements Upgrade {}

    /** Never responds. The connection is closed with the server, or by the client. */
    record Hang() implements Upgrade {}
}
