package io.github.chimefake.internal.gateway;

/**
 * Ends a request whose test or generation ended while it ran user code. Has no stack trace, because it does not
 * indicate an error in the code.
 */
final class LateRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LateReason lateness;

    LateRequestException(LateReason lateness) {
        super(lateness.explanation(), null, false, false);
        this.lateness = lateness;
    }

    LateReason lateness() {
        return lateness;
    }
}
