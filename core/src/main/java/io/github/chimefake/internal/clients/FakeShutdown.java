package io.github.chimefake.internal.clients;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;

/** Whether a fake was closed or stopped, and what its ready clients meet from then on. */
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

    /** Returns what a socket fails with where nothing listens: the SDK wraps and retries it as in production. */
    ConnectException connectionRefused() {
        return new ConnectException(
                "Connection refused: the fake at " + endpoint + " is closed, so nothing answers there");
    }

    /**
     * Returns the failure as production would show it. Only an end makes HTTP clients fail with something else than an
     * {@link IOException}, because they are closed with it.
     */
    Throwable translate(Throwable failure) {
        return closed && !(failure instanceof IOException) ? connectionRefused().initCause(failure) : failure;
    }
}
