package io.github.chimefake.internal.gateway;

import io.github.chimefake.internal.exchange.Answer;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.RefusedException;
import java.util.List;
import java.util.function.Function;

/** The chain of gates. */
final class Gates {
    private final Function<Call, Answer> first;

    /**
     * Creates a chain.
     *
     * @param gates the gates in order; the last one must respond to every call
     */
    Gates(List<Gate> gates) {
        Function<Call, Answer> rest = call -> {
            throw new IllegalStateException("No gate answered " + call.http());
        };
        for (int gate = gates.size() - 1; gate >= 0; gate--) {
            rest = before(rest, gates.get(gate));
        }
        this.first = rest;
    }

    private static Function<Call, Answer> before(Function<Call, Answer> rest, Gate gate) {
        return call -> {
            try {
                return gate.pass(call, () -> rest.apply(call));
            } catch (RefusedException refused) {
                return Answer.refused(refused.refusal());
            }
        };
    }

    Answer answer(Call call) {
        return first.apply(call);
    }
}
