package io.github.chimefake.sessions;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import java.time.Instant;

/**
 * A messaging session of a user. Once it is closed, its methods have no effect on it. Thread-safe.
 *
 * @since 0.1
 */
@Experimental
public interface OpenSession {
    /** Returns the user who receives the events. */
    ChimeUser user();

    /** Returns the caller that signed the connect. */
    ChimeCaller caller();

    /** Returns the parameter {@code sessionId} of the connect. */
    String sessionId();

    /** Returns when the connect was received, by the system clock. */
    Instant connectedAt();

    /** Returns whether an actor connected, and not the code under test. */
    boolean isByActor();

    /** Returns whether it is still open. */
    boolean isOpen();

    /**
     * Closes it.
     *
     * @param code 1000 to 1003, 1007 to 1014, or 3000 to 4999
     * @param reason at most 123 bytes in UTF-8
     * @throws IllegalArgumentException if code or reason is not valid
     */
    void close(int code, String reason);

    /** Ends the connection without a close frame, as a network does; the client sees code 1006. */
    void drop();

    /**
     * Expires the credentials that signed the connect, as {@code chime.credentials().expireNow(caller)} does. This closes all sessions that
     * were opened with them.
     *
     * @throws IllegalArgumentException if the access key is not registered with the fake
     */
    void expireCredentials();
}
