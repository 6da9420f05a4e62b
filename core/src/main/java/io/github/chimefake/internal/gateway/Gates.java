package io.github.chimefake.internal.gateway;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import java.util.List;
import java.util.function.Function;

/** The chain of gates. */
final class Gates {
    private final Function<Call, CallResult> first;

    /**
     * Creates a chain.
     *
     * @param gates the gates in order; the last one must respond to every call
     */
    Gates(List<Gate> gates) {
        Function<Call, CallResult> rest = call -> {
            throw new IllegalStateException("No gate responded to " + call.http());
        };
        for (int gate = gates.size() - 1; gate >= 0; gate--) {
            rest = before(rest, gates.get(gate));
        }
        this.first = rest;
    }

    private static Function<Call, CallResult> before(Function<Call, CallResult> rest, Gate gate) {
        return call -> {
            try {
                return gate.pass(call, rest);
            } catch (ServiceErrorException failed) {
                return CallResult.failure(failed.serviceError());
            }
        };
    }

    CallResult process(Call call) {
        return first.apply(call);
    }
}
