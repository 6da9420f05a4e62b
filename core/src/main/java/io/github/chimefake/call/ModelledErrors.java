package io.github.chimefake.call;

import static io.github.chimefake.call.ChimeError.BAD_REQUEST;
import static io.github.chimefake.call.ChimeError.FORBIDDEN;
import static io.github.chimefake.call.ChimeError.SERVICE_FAILURE;
import static io.github.chimefake.call.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.call.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.call.ChimeError.UNAUTHORIZED_CLIENT;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The errors that the service models list for an operation. */
final class ModelledErrors {
    private ModelledErrors() {}

    /** These, and those that both models list for every operation. */
    static Set<ChimeError> with(Collection<ChimeError> furtherErrors) {
        EnumSet<ChimeError> errors = EnumSet.of(
                BAD_REQUEST, FORBIDDEN, UNAUTHORIZED_CLIENT, THROTTLED_CLIENT, SERVICE_UNAVAILABLE, SERVICE_FAILURE);
        errors.addAll(furtherErrors);
        return Collections.unmodifiableSet(errors);
    }
}
