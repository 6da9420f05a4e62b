package io.github.chimefake.internal.gateway;

import io.github.chimefake.internal.exchange.Answer;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Refusal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets a call through, or answers it. */
@FunctionalInterface
interface Gate {
    /**
     * Answers the call, or lets the gates behind do so.
     *
     * @param next what the gates behind would answer
     */
    Answer pass(Call call, Supplier<Answer> next);

    /** A gate that answers the calls it finds a reason to refuse. */
    static Gate refusing(Function<Call, Optional<Refusal>> reason) {
        return (call, next) -> {
            Optional<Refusal> refusal = reason.apply(call);
            return refusal.isPresent() ? Answer.refused(refusal.get()) : next.get();
        };
    }
}
