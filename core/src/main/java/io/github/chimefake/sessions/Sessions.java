package io.github.chimefake.sessions;

import io.github.chimefake.Experimental;

/**
 * Entry point for messaging sessions. The fake does not serve them yet; it only returns an endpoint for them. Thread-safe.
 *
 * @since 0.1
 */
@Experimental
public interface Sessions {
    /**
     * Sets the endpoint that {@code GetMessagingSessionEndpoint} returns; by default the fake's own host and port.
     *
     * @param hostAndPort without scheme and path, as in the real service's response, for example {@code localhost:8443}
     * @throws IllegalStateException if the fake is closed
     */
    void endpoint(String hostAndPort);

    /**
     * Sets the endpoint back to the fake's own host and port, until the next reset.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void clear();
}
