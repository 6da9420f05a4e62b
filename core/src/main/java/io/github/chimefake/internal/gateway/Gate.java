package io.github.chimefake.internal.gateway;

import io.github.chimefake.internal.exchange.Answer;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Refusal;
import io.github.chimefake.internal.exchange.RefusedException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets a call through, or fails it by throwing a {@link RefusedException}, which {@link Gates} answers. */
@FunctionalInterface
interface Gate {
    /**
     * Lets the gates behind answer the call, or answers it.
     *
     * @param next what the gates behind would answer
     * @throws RefusedException if the call fails here
     */
    Answer pass(Call call, Supplier<Answer> next);

    /** A gate that fails the calls for which there is a reason. */
    static Gate refusing(Function<Call, Optional<Refusal>> reason) {
        return (call, next) -> {
            RefusedException.throwIfPresent(reason.apply(call));
            return next.get();
        };
    }
}
