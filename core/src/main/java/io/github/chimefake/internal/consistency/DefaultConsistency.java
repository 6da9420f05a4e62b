package io.github.chimefake.internal.consistency;

import io.github.chimefake.consistency.Consistency;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.lifetime.FakeLifetime;

/** Registers stale reads here. */
public final class DefaultConsistency extends DefaultReadSelection implements Consistency {
    /** Creates selections that register themselves here. */
    public DefaultConsistency(StaleReads<?> reads, FakeLifetime lifetime) {
        super(reads, lifetime, CallFilter.ANY);
    }

    @Override
    public void clear() {
        lifetime.requireRunning("consistency().clear()");
        reads.clear();
    }
}
