package io.github.chimefake.internal.consistency;

import io.github.chimefake.consistency.Consistency;
import io.github.chimefake.internal.filter.CallFilter;

/** Entry point for eventual consistency. */
public final class DefaultConsistency extends DefaultReadSelection implements Consistency {
    /** Creates the entry point of a fake. */
    public DefaultConsistency(StaleReads<?> reads) {
        super(reads.sentence("eventual(), staleFor(…) or staleReads(…)"), reads, CallFilter.ANY);
    }

    @Override
    public void clear() {
        reads.clear();
    }
}
