package io.github.chimefake.consistency;

import io.github.chimefake.call.CallFilter;
import io.github.chimefake.call.FakeLifetime;

/** The door to what reads see: starts a sentence about any read, and makes reads see every write again. */
public final class Consistency extends ConsistencySelection {
    /** Sentences that register themselves here. */
    public Consistency(StaleReads<?> reads, FakeLifetime lifetime) {
        super(reads, lifetime, CallFilter.ANY);
    }

    /** Every read sees every write from now on, as is the default; what the baseline says comes back with the next reset. */
    public void strong() {
        lifetime.requireRunning("consistency().strong()");
        reads.clear();
    }
}
