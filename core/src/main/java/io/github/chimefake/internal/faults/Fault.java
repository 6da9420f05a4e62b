package io.github.chimefake.internal.faults;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import java.util.function.Supplier;

/** A fault in a call. A {@link ScheduledFault} selects the calls that it applies to. */
sealed interface Fault permits Failure, Delay, LostResponse, LostRequest {
    /**
     * Applies the fault to a call.
     *
     * @param proceed processes the call without this fault
     */
    CallResult applyTo(Call call, Supplier<CallResult> proceed);

    /** Returns whether the call does not reach the service, so that a later fault does not apply to it. */
    boolean endsTheCall();

    /** Returns a description, for example {@code fail with UnauthorizedClientException}. */
    @Override
    String toString();
}
