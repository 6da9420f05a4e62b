package io.github.chimefake.internal.faults;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ServiceError;
import java.util.function.Supplier;

/** Fails the call before it reaches the service. */
record Failure(ChimeError error, String message) implements Fault {
    @Override
    public CallResult applyTo(Call call, Supplier<CallResult> proceed) {
        String explanation =
                "A fault of this test makes " + call.operation() + " " + this + "; the call did not reach the service.";
        return CallResult.failure(new ServiceError(error, message, explanation, Provenance.REQUESTED));
    }

    @Override
    public boolean endsTheCall() {
        return true;
    }

    @Override
    public String toString() {
        return "fail with " + error.errorType();
    }
}
