package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;

/** Resets the connection before the call reaches the service. */
record LostRequest() implements BuiltInEffect {
    @Override
    public CallResult apply(CallUnderFault call) {
        String explanation = "A fault of this test resets the connection of " + call.operation()
                + "; the call did not reach the service.";
        return new CallResult(new CallResult.RequestLost(ServiceError.of(
                        Layer.FAULT, ChimeError.SERVICE_UNAVAILABLE, explanation, Provenance.REQUESTED)))
                .withConnectionFault(ConnectionFault.RESET);
    }

    @Override
    public String toString() {
        return "lose the request";
    }
}
