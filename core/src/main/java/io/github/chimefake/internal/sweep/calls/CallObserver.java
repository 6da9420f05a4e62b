package io.github.chimefake.internal.sweep.calls;

/** What the SDK's clients tell a run of the calls that they make. */
interface CallObserver {
    /**
     * Called before an attempt is sent.
     *
     * @param invocationId the same for all attempts of a call
     * @param origin where the code under test made the call
     */
    void sends(String invocationId, CallOrigin origin);

    /**
     * Called on the thread of the caller, before anything else. An interrupted thread does not come to {@link #sends}.
     *
     * @throws AbortedRunError if the thread runs the code of a run that was aborted
     */
    void begins(Thread caller);

    /** Called with the exception that the code under test gets. */
    void fails(String invocationId, Throwable failure);
}
