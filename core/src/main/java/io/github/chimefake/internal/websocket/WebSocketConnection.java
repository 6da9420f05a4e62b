package io.github.chimefake.internal.websocket;

/**
 * An open WebSocket connection. Thread-safe; no method blocks. What is sent is queued, and sent in order by a thread of
 * the connection; a queue that exceeds its limit resets the connection, so that a slow receiver delays no other.
 */
public interface WebSocketConnection {
    /** Queues a text message. Returns whether it was queued: not if the connection is closed or closing, or was reset now. */
    boolean send(String text);

    /** Queues a message of the first bytes of a text, which need not be valid: for faults. Returns whether it was queued. */
    boolean sendTruncated(String text, int bytes);

    /** Queues a binary message. Returns whether it was queued. */
    boolean sendBytes(byte[] bytes);

    /** Queues a ping. */
    void ping();

    /**
     * Queues a close frame behind what is queued. The connection ends when the client has responded, or after a second.
     *
     * @param code from 1000 to 4999. 1005 sends a close frame without a code; 1006 ends the connection behind what is
     *     queued without a close frame, which is how a client comes to see these two codes
     * @param reason is cut after 123 bytes
     */
    void close(int code, String reason);

    /**
     * Resets the connection at once without a close frame, so that the client sees code 1006. What is queued is lost,
     * and what the client has not read yet may be.
     */
    void abort();

    /** Returns whether messages can be sent: not if it is closed or closing. */
    boolean isOpen();
}
