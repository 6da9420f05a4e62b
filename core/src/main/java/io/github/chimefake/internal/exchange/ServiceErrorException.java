package io.github.chimefake.internal.exchange;

import java.util.Optional;

/**
 * Carries an error response from the code that detects the error to the gateway. It has no stack trace, because it is
 * part of normal processing.
 */
public final class ServiceErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ServiceError serviceError;

    ServiceErrorException(ServiceError serviceError) {
        super(serviceError.message(), null, false, false);
        this.serviceError = serviceError;
    }

    /** Throws the error response, if present. */
    public static void throwIfPresent(Optional<ServiceError> reason) {
        reason.ifPresent(serviceError -> {
            throw serviceError.asException();
        });
    }

    /** Returns the error response. */
    public ServiceError serviceError() {
        return serviceError;
    }
}
