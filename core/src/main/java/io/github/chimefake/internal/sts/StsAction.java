package io.github.chimefake.internal.sts;

import io.github.chimefake.internal.exchange.Caller;

/** An action of STS. */
interface StsAction {
    /**
     * Carries out the action.
     *
     * @param caller who signed the request
     * @return the content of the result
     * @throws StsException if it fails
     */
    StsXml.Content perform(StsRequest request, Caller caller);
}
