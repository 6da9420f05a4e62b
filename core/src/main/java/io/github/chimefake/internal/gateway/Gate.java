package io.github.chimefake.internal.gateway;

import io.github.chimefake.internal.exchange.Answer;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Refusal;
import io.github.chimefake.internal.exchange.RefusedException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A processing step that either responds to a call or passes it to the next step. */
@FunctionalInterface
interface Gate {
    /**
     * Responds to the call, or passes it to the next gate.
     *
     * @param next supplies the response of the following gates
     */
    Answer pass(Call call, Supplier<Answer> next);

    /** Returns a gate that fails the calls for which the function returns an error response. */
    static Gate refusing(Function<Call, Optional<Refusal>> reason) {
        return (call, next) -> {
            RefusedException.throwIfPresent(reason.apply(call));
            return next.get();
        };
    }
}
