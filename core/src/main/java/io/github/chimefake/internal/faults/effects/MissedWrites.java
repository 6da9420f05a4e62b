package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.OperationGroup;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;

/**
 * Processes the call, which sees an earlier state if it is a read.
 *
 * @param writes how many of the latest writes it does not see
 */
public record MissedWrites(int writes) implements BuiltInEffect {
    public MissedWrites {
        if (writes < 1 || writes > Call.MAX_MISSED_WRITES) {
            throw new IllegalArgumentException(
                    "staleRead(" + writes + "): expected 1 to " + Call.MAX_MISSED_WRITES
                            + " writes. For a read that misses all writes of some time, use chime.consistency().staleFor(duration)");
        }
    }

    @Override
    public CallResult apply(CallUnderFault call) {
        if (!changes(call)) {
            return call.process();
        }
        return call.process(writes).withNote("A fault of this test made this read miss " + missed() + ".");
    }

    @Override
    public boolean changes(CallUnderFault call) {
        return OperationGroup.READ.operations().contains(call.operation());
    }

    private String missed() {
        return writes == 1 ? "the last write" : "the last " + writes + " writes";
    }

    @Override
    public String toString() {
        return "carry out, but let it miss " + missed();
    }
}
