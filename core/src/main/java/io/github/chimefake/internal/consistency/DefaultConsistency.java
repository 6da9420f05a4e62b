package io.github.chimefake.internal.consistency;

import io.github.chimefake.consistency.Consistency;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.FilteredRegistration;
import io.github.chimefake.internal.filter.RegistrationList;
import java.util.List;

/** Entry point for eventual consistency. */
public final class DefaultConsistency extends DefaultReadSelection implements Consistency, RegistrationList {
    /** Creates the entry point of a fake. */
    public DefaultConsistency(StaleReads<?> reads) {
        super(reads.sentence("eventual(), staleFor(…) or staleReads(…)"), reads, CallFilter.ANY);
    }

    @Override
    public List<FilteredRegistration> registrations() {
        return reads.registrations();
    }

    @Override
    public void clear() {
        reads.clear();
    }
}
