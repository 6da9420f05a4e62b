package io.github.chimefake.session;

/**
 * A messaging session has ended before what was waited for.
 *
 * @since 0.1
 */
public final class SessionClosedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient SessionClose close;
    private final int code;
    private final String reason;

    SessionClosedException(String message, SessionClose close) {
        super(message, close.cause().orElse(null));
        this.close = close;
        this.code = close.code();
        this.reason = close.reason();
    }

    /** Returns the close code, for example 4401. {@link SessionClose#code()} describes those without a close frame. */
    public int code() {
        return code;
    }

    /** Returns the reason that the close frame had, for example {@code Unauthorized}; empty text without one. */
    public String reason() {
        return reason;
    }

    /** Returns how the last connection was closed. */
    public SessionClose sessionClose() {
        return close == null ? new SessionClose(code, reason, false, getCause()) : close;
    }
}
