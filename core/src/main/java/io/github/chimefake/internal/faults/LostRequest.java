package io.github.chimefake.internal.faults;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.util.function.Supplier;

/** Resets the connection before the call reaches the service. */
record LostRequest() implements Fault {
    @Override
    public CallResult applyTo(Call call, Supplier<CallResult> proceed) {
        String explanation = "A fault of this test resets the connection of " + call.operation()
                + "; the call did not reach the service.";
        return new CallResult(new CallResult.RequestLost(
                        ServiceError.of(ChimeError.SERVICE_UNAVAILABLE, explanation, Provenance.REQUESTED)))
                .withConnectionFault(ConnectionFault.RESET);
    }

    @Override
    public boolean endsTheCall() {
        return true;
    }

    @Override
    public String toString() {
        return "lose the request";
    }
}
