package io.github.chimefake.failures;

import io.github.chimefake.Experimental;

/**
 * The place of a failure in the course of calls, and how much of a call fails.
 *
 * @since 0.1
 */
@Experimental
public enum FailurePlacement {
    /** The call fails before the service executes it. The state is unchanged. */
    BEFORE_EXECUTION,
    /**
     * As {@link #BEFORE_EXECUTION}, and so do all later calls of every operation that the same failure can meet. The state is unchanged.
     */
    FROM_HERE_ON,
    /** The call succeeds, except for one member of its batch: the response reports the error of that member. The state changes for the others. */
    BATCH_MEMBER,
    /** The service executes the call, and the client gets no response, whatever it retries. The state changes. */
    RESPONSE_LOST,
    /** The service executes the call, and the response to the first attempt is lost; retries get theirs. The state changes. */
    RESPONSE_LOST_ONCE,
    /**
     * The service executes the call at once, and the response is sent a minute later, which is past the time-outs that the SDK has by
     * default. A test with such a failure takes as long as the time-outs of its client. The state changes.
     */
    RESPONSE_DELAYED
}
