package io.github.chimefake.sessions;

import io.github.chimefake.Experimental;

/**
 * Entry point for messaging sessions (WebSocket). This version serves none, so it sends no events to clients. {@code
 * GetMessagingSessionEndpoint} names the fake itself, where a request to {@code /connect} fails with status 501 and the reason; for code
 * that opens sessions, start a WebSocket server in the test and set its address here. Thread-safe.
 *
 * @since 0.1
 */
@Experimental
public interface Sessions {
    /**
     * Sets the endpoint that {@code GetMessagingSessionEndpoint} returns; by default the host and port under which the client reached
     * the fake.
     *
     * @param hostAndPort without scheme and path, as in the real service's response, for example {@code localhost:8443}
     * @throws IllegalArgumentException if it is not a host with an optional port
     */
    void endpoint(String hostAndPort);

    /** Sets the endpoint back to that of the fake, until the next reset. */
    void clear();
}
