package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ResponseChange;

/**
 * Adds a header to the response of another effect.
 *
 * @param effect returns the response
 */
record WithHeader(BuiltInEffect effect, String name, String value) implements BuiltInEffect {
    @Override
    public CallResult apply(CallUnderFault call) {
        return effect.apply(call)
                .changedBy(new ResponseChange(
                        "header " + name + ": " + value, response -> response.withHeader(name, value)));
    }

    @Override
    public String toString() {
        return effect + ", " + name + ": " + value;
    }
}
