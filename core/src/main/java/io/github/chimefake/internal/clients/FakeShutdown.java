package io.github.chimefake.internal.clients;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;

/** The open or closed state of a fake, and the errors that its clients get after the close. */
final class FakeShutdown {
    private final URI endpoint;
    private volatile boolean closed;

    FakeShutdown(URI endpoint) {
        this.endpoint = endpoint;
    }

    void markClosed() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /**
     * Returns the exception of a connection to a port on which nothing listens. The SDK wraps and retries it as in
     * production.
     */
    ConnectException connectionRefused() {
        return new ConnectException("Connection refused: the fake at " + endpoint
                + (closed ? " is closed, so nothing listens there" : " went offline during the call"));
    }

    /**
     * Returns the failure as it would be in production. HTTP clients fail with something other than an {@link
     * IOException} only if they were closed, which happens when the server of the fake stops or goes offline.
     *
     * @param wentOffline whether the fake went offline during the call
     */
    Throwable translate(Throwable failure, boolean wentOffline) {
        return (closed || wentOffline) && !(failure instanceof IOException)
                ? connectionRefused().initCause(failure)
                : failure;
    }
}
