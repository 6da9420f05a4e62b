package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.internal.exchange.CallResult;

/** Applies an effect to the first attempt of a call; later ones are processed as without it. */
record OnFirstAttempt(BuiltInEffect effect) implements BuiltInEffect {
    @Override
    public CallResult apply(CallUnderFault call) {
        return changes(call) ? effect.apply(call) : call.process();
    }

    @Override
    public boolean changes(CallUnderFault call) {
        return call.attempt() == 1;
    }

    @Override
    public String toString() {
        return effect + " of the first attempt";
    }
}
