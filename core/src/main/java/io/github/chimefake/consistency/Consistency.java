package io.github.chimefake.consistency;

import io.github.chimefake.call.CallFilter;

/** The door to what reads see: starts a sentence about any read, and makes reads see every write again. */
public final class Consistency extends ConsistencySelection {
    /** Sentences that register themselves here. */
    public Consistency(StaleReads<?> reads) {
        super(reads, CallFilter.ANY);
    }

    /** Every read sees every write from now on, as is the default; what the baseline says comes back with the next reset. */
    public void strong() {
        reads.clear();
    }
}
