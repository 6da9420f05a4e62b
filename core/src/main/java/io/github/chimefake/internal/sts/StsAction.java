package io.github.chimefake.internal.sts;

import io.github.chimefake.internal.exchange.Caller;
import java.util.Optional;

/** An action of STS. */
interface StsAction {
    /** Returns whether a request must be signed. */
    default boolean isSigned() {
        return true;
    }

    /**
     * Carries out the action.
     *
     * @param caller who signed the request; empty if it need not be signed
     * @return the content of the result
     * @throws StsException if it fails
     */
    StsXml.Content perform(StsRequest request, Optional<Caller> caller);
}
