package io.github.chimefake.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The close of a connection of a messaging session. Immutable.
 *
 * @since 0.1
 */
public final class SessionClose {
    private final int code;
    private final String reason;
    private final boolean reconnecting;
    private final @Nullable Throwable cause;

    SessionClose(int code, String reason, boolean reconnecting, @Nullable Throwable cause) {
        this.code = code;
        this.reason = reason;
        this.reconnecting = reconnecting;
        this.cause = cause;
    }

    /**
     * Returns the close code: that of the close frame; 1005 for a close frame without one; 1006 without a close frame, also if the
     * connection could not be opened; 4999 if the endpoint could not be obtained, as in the client for JavaScript.
     */
    public int code() {
        return code;
    }

    /** Returns the reason that the close frame had, for example {@code Unauthorized}; empty text without one. */
    public String reason() {
        return reason;
    }

    /** Returns whether the session tries to connect again. Otherwise it has ended. */
    public boolean isReconnecting() {
        return reconnecting;
    }

    /** Returns what failed, for the codes 1006 and 4999: for example the SDK's exception of {@code GetMessagingSessionEndpoint}. */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    /** Returns for example {@code 4401 Unauthorized}. */
    @Override
    public String toString() {
        return code
                + (reason.isEmpty() ? "" : " " + reason)
                + (cause == null ? "" : " (" + cause + ")")
                + (reconnecting ? ", reconnecting" : "");
    }
}
