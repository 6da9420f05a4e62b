package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.internal.exchange.CallResult;

/** Does nothing to the call. */
record Passes() implements BuiltInEffect {
    @Override
    public CallResult apply(CallUnderFault call) {
        return call.process();
    }

    @Override
    public boolean changes(CallUnderFault call) {
        return false;
    }

    @Override
    public String toString() {
        return "pass";
    }
}
