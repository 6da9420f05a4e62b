package io.github.chimefake.internal.gateway;

/** Ends a request whose test or generation ended while code of the user ran for it. Has no stack trace: nothing went wrong. */
final class LateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Lateness lateness;

    LateException(Lateness lateness) {
        super(lateness.explanation(), null, false, false);
        this.lateness = lateness;
    }

    Lateness lateness() {
        return lateness;
    }
}
