package io.github.chimefake.internal.faults;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.faults.effects.BuiltInEffect;
import io.github.chimefake.internal.faults.effects.CallUnderFault;
import io.github.chimefake.internal.faults.effects.DefaultFaultResponse;
import io.github.chimefake.internal.faults.effects.FaultTools;
import io.github.chimefake.internal.faults.effects.OwnResponse;
import io.github.chimefake.internal.lifetime.UserCodeException;

/** Applies an effect to a call. It may be one of the test, which may fail. */
public final class EffectOnCall {
    private EffectOnCall() {}

    /**
     * Returns the result of the call.
     *
     * @param source what the effect belongs to, as an error names it
     */
    public static CallResult apply(FaultEffect effect, CallUnderFault faulted, FaultTools tools, Object source) {
        try {
            return effect instanceof BuiltInEffect own
                    ? own.apply(faulted)
                    : applyUsers(effect, faulted, tools, source);
        } finally {
            faulted.end();
        }
    }

    private static CallResult applyUsers(FaultEffect effect, CallUnderFault faulted, FaultTools tools, Object source) {
        return tools.userCode().run(() -> {
            try {
                return result(effect.applyTo(faulted), faulted);
            } catch (Throwable thrown) { // Includes AssertionError, which is not an error of the fake either.
                faulted.throwIfThrown();
                return CallResult.failure(ServiceError.of(
                        Layer.FAULT,
                        ChimeError.SERVICE_FAILURE,
                        "An effect that this test gave to a fault failed with " + UserCodeException.describe(thrown)
                                + ". It belongs to " + source + ".",
                        Provenance.REQUESTED));
            }
        });
    }

    private static CallResult result(FaultResponse response, CallUnderFault faulted) {
        if (!(response instanceof DefaultFaultResponse own)) {
            throw new IllegalArgumentException("received "
                    + (response == null ? "null" : response.getClass().getName())
                    + ", but an effect returns what call.proceed() or a static method of FaultResponse has returned");
        }
        own.response()
                .filter(given -> !OwnResponse.isOf(given, faulted.operation()))
                .ifPresent(given -> {
                    throw new IllegalArgumentException("received a "
                            + given.getClass().getSimpleName() + ", but the call is " + faulted.operation()
                            + ", which responds with " + faulted.operation().awsName() + "Response");
                });
        return faulted.result()
                .map(processed -> own.afterProcessing(processed))
                .orElseGet(own::withoutProcessing)
                .result();
    }
}
