package io.github.chimefake.internal.websocket;

/**
 * An open WebSocket connection. Thread-safe; no method blocks. What is sent is queued, and sent in order by a thread of
 * the connection; a queue that exceeds its limit resets the connection, so that a slow receiver delays no other.
 */
public interface WebSocketConnection {
    /** Queues a text message. Does nothing if the connection is closed or closing. */
    void send(String text);

    /** Queues a message of these bytes, which need not be valid: for faults. */
    void sendTruncated(String text, int bytes);

    /** Queues a ping. */
    void ping();

    /** Queues a close frame behind what is queued. The connection ends when the client has responded, or after a second. */
    void close(int code, String reason);

    /** Closes the connection at once without a close frame, so that the client sees code 1006. What is queued is lost. */
    void abort();

    boolean isOpen();
}
