package io.github.chimefake.internal.faults;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import java.util.function.Supplier;

/** Something that goes wrong with a call. Which calls it applies to is said by a {@link ScheduledFault}. */
sealed interface Fault permits Failure, Delay, LostResponse, LostRequest {
    /**
     * Applies the fault to a call.
     *
     * @param proceed carries out the call without this fault
     */
    CallResult applyTo(Call call, Supplier<CallResult> proceed);

    /** Returns whether the call does not reach the service, so that a later fault does not apply to it. */
    boolean endsTheCall();

    /** Returns a description: {@code fail with UnauthorizedClientException}. */
    @Override
    String toString();
}
