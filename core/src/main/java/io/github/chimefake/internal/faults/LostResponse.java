package io.github.chimefake.internal.faults;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.util.function.Supplier;

/** Processes the call, and closes the connection before the first byte of the response. */
record LostResponse() implements Fault {
    @Override
    public CallResult applyTo(Call call, Supplier<CallResult> proceed) {
        return proceed.get().withConnectionFault(ConnectionFault.CLOSE);
    }

    @Override
    public boolean endsTheCall() {
        return false;
    }

    @Override
    public String toString() {
        return "carry out, but lose the response";
    }
}
