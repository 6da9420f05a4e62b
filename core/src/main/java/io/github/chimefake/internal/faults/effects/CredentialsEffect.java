package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ServiceError;
import java.util.function.BiConsumer;

/** Ends the validity of the caller's credentials, and then processes the call. */
enum CredentialsEffect implements BuiltInEffect {
    EXPIRED("expire the credentials of the caller", FaultTools::expireCredentials),
    ROTATED("rotate the credentials of the caller", FaultTools::rotateCredentials);

    private final String description;
    private final BiConsumer<FaultTools, ChimeCaller> change;

    CredentialsEffect(String description, BiConsumer<FaultTools, ChimeCaller> change) {
        this.description = description;
        this.change = change;
    }

    @Override
    public CallResult apply(CallUnderFault call) {
        try {
            change.accept(call.tools(), call.caller());
        } catch (IllegalArgumentException unregistered) {
            return CallResult.failure(ServiceError.of(
                    Layer.FAULT,
                    ChimeError.SERVICE_FAILURE,
                    "A fault of this test was to " + this + ", which is not possible: " + unregistered.getMessage(),
                    Provenance.REQUESTED));
        }
        return call.process();
    }

    @Override
    public String toString() {
        return description;
    }
}
