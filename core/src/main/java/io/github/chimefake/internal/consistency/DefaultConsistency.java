package io.github.chimefake.internal.consistency;

import io.github.chimefake.consistency.Consistency;
import io.github.chimefake.internal.filter.CallFilter;

/** Registers stale reads here. */
public final class DefaultConsistency extends DefaultReadSelection implements Consistency {
    /** Creates selections that register themselves here. */
    public DefaultConsistency(StaleReads<?> reads) {
        super(reads, CallFilter.ANY);
    }

    @Override
    public void clear() {
        reads.clear();
    }
}
