package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.faults.FaultedCall;
import io.github.chimefake.internal.exchange.CallResult;

/** An effect of ours, which may use what tests do not see, and which runs like any other part of the fake. */
public interface BuiltInEffect extends FaultEffect {
    /** Returns the result of the call. */
    CallResult apply(CallUnderFault call);

    /** Returns whether the effect does anything to this call, so that it is recorded as applied. */
    default boolean changes(CallUnderFault call) {
        return true;
    }

    @Override
    default FaultResponse applyTo(FaultedCall call) {
        if (call instanceof CallUnderFault own) {
            // An effect of the test may call this one, so this part counts as processing again.
            return new DefaultFaultResponse(own.tools().userCode().resume(() -> apply(own)));
        }
        throw new IllegalArgumentException("\"" + this + "\" was applied to "
                + call.getClass().getName() + ". Pass on the call that your effect received from the fake");
    }
}
