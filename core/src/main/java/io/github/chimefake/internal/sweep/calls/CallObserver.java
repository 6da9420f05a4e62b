package io.github.chimefake.internal.sweep.calls;

/** What the SDK's clients tell a run of the calls that they make. */
interface CallObserver {
    /**
     * Called on the thread of the caller, before anything else. An interrupted thread does not come to {@link #sends}.
     *
     * @throws AbortedRunError if the thread runs the code of a run that was aborted
     */
    void begins(CallOrigin origin);

    /** Called when a call has a request to send. */
    void hasRequest(CallOrigin origin);

    /**
     * Called before an attempt is sent, of a call that began in the run.
     *
     * @param invocationId the same for all attempts of a call
     * @throws AbortedRunError if the run was aborted, or has ended
     */
    void sends(String invocationId, CallOrigin origin);

    /** Called before an attempt is sent, of a call that began before the run. */
    void sendsFromOutside(String invocationId);

    /** Called when the code under test gets the response. */
    void returns(String invocationId);

    /** Called with the exception that the code under test gets. */
    void fails(String invocationId, Throwable failure);

    /** Called when a call has ended, or goes to another fake. */
    void ends(CallOrigin origin);
}
