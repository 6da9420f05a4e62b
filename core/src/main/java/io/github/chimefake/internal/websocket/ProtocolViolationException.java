package io.github.chimefake.internal.websocket;

/** The client has sent what RFC 6455 forbids, or more than the settings allow. */
final class ProtocolViolationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CloseStatus status;

    ProtocolViolationException(int code, String reason) {
        super(reason);
        this.status = new CloseStatus(code, reason);
    }

    /** Returns what the close frame has to say. */
    CloseStatus status() {
        return status;
    }
}
