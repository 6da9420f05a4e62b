package io.github.chimefake.internal.gateway;

/**
 * Ends a request whose test or generation ended while it ran user code. Has no stack trace, because it does not
 * indicate an error in the code.
 */
final class LateRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LateReason reason;

    LateRequestException(LateReason reason) {
        super(reason.explanation(), null, false, false);
        this.reason = reason;
    }

    LateReason reason() {
        return reason;
    }
}
