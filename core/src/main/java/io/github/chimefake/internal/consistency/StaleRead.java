package io.github.chimefake.internal.consistency;

import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Registrations;

/** The reads that are stale, and the writes that they miss. */
public record StaleRead(CallFilter filter, Staleness staleness) implements Registrations.Definition {
    @Override
    public String toString() {
        return filter + ": " + staleness;
    }
}
