package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ServiceError;

/** Fails the call before it reaches the service, with the message that AWS sends in a situation. */
record ProductionError(ChimeError error, MessageTemplate message, String situation) implements BuiltInEffect {
    @Override
    public CallResult apply(CallUnderFault call) {
        String explanation = "A fault of this test makes " + call.operation() + " " + this + ", as in production when "
                + situation + "; the call did not reach the service.";
        return CallResult.failure(
                new ServiceError(Layer.FAULT, error, message.fill(call), explanation, Provenance.REQUESTED));
    }

    @Override
    public String toString() {
        return "fail with " + error.errorType();
    }
}
