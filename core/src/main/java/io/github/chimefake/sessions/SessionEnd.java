package io.github.chimefake.sessions;

import io.github.chimefake.Experimental;

/**
 * A reason for which the fake closes sessions by itself, with the close code that applies unless {@link Sessions#closeCode} sets another
 * one. 1006 means that the connection ends without a close frame.
 *
 * @since 0.1
 */
@Experimental
public enum SessionEnd {
    /** The connect is denied, by credentials, rules, policies or the user: 4401, as observed. */
    DENIED(4401, "Unauthorized"),
    /**
     * The credentials that signed the connect have expired, were revoked or replaced: 1006. Documented is only that the connection drops,
     * and that clients then connect again with new credentials.
     */
    CREDENTIALS_EXPIRED(1006, ""),
    /** The user was deleted: 4401, an assumption. */
    USER_DELETED(4401, "Unauthorized"),
    /** The user has as many connections as {@code chime.rates()} allows: 4401, an assumption. */
    TOO_MANY_CONNECTIONS(4401, "Too many connections"),
    /** The user connects more often than {@code chime.rates()} allows: 4401, an assumption. */
    TOO_MANY_CONNECTS(4401, "Too many connects"),
    /** The test calls {@link Sessions#kick}: 4003, as documented. */
    KICKED(4003, "Forbidden");

    private final int defaultCode;
    private final String reason;

    SessionEnd(int defaultCode, String reason) {
        this.defaultCode = defaultCode;
        this.reason = reason;
    }

    /** Returns the close code by default. */
    public int defaultCode() {
        return defaultCode;
    }

    /** Returns the reason in the close frame. */
    public String reason() {
        return reason;
    }
}
