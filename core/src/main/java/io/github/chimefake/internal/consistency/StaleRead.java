package io.github.chimefake.internal.consistency;

import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Registrations;

/** Which reads miss which writes. */
public record StaleRead(CallFilter filter, Staleness staleness) implements Registrations.Definition {
    @Override
    public String toString() {
        return filter + ": " + staleness;
    }
}
