package io.github.chimefake.internal.faults;

import io.github.chimefake.internal.exchange.Answer;
import io.github.chimefake.internal.exchange.Call;
import java.util.function.Supplier;

/** Something that goes wrong with a call. When and for whom is not its business: that is the schedule's. */
sealed interface Fault permits Failure, Delay, LostResponse, LostRequest {
    /**
     * Strikes the call.
     *
     * @param call the call that is struck
     * @param proceed what would happen without this fault
     */
    Answer strike(Call call, Supplier<Answer> proceed);

    /** Whether a call struck by it never gets any further, so that a later fault must wait for the next call. */
    boolean endsTheCall();

    /** In words, for the journal: {@code fail with UnauthorizedClientException}. */
    @Override
    String toString();
}
