package io.github.chimefake.internal.gateway;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import java.util.Optional;
import java.util.function.Function;

/** A processing step that either responds to a call or passes it to the next step. */
@FunctionalInterface
interface Gate {
    /**
     * Responds to the call, or passes it to the next gate.
     *
     * @param next responds by the following gates
     */
    CallResult pass(Call call, Function<Call, CallResult> next);

    /** Returns a gate that fails the calls for which the function returns an error response. */
    static Gate failingIf(Function<Call, Optional<ServiceError>> reason) {
        return (call, next) -> {
            ServiceErrorException.throwIfPresent(reason.apply(call));
            return next.apply(call);
        };
    }
}
