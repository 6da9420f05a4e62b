package io.github.chimefake.internal.exchange;

import java.util.Optional;

/** Carries a {@link ServiceError} from the rule that made it to the gateway that answers it. Has no stack trace: it is no fault. */
public final class ServiceErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ServiceError serviceError;

    ServiceErrorException(ServiceError serviceError) {
        super(serviceError.message(), null, false, false);
        this.serviceError = serviceError;
    }

    /** Throws the reason to refuse a call, if there is one. */
    public static void throwIfPresent(Optional<ServiceError> reason) {
        reason.ifPresent(serviceError -> {
            throw serviceError.asException();
        });
    }

    /** What was refused and why. */
    public ServiceError serviceError() {
        return serviceError;
    }
}
