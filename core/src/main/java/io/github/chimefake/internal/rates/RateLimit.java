package io.github.chimefake.internal.rates;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.filter.CallFilter;

/**
 * How many calls a second are let through.
 *
 * @param calls which calls count
 * @param per whose calls count together
 * @param perSecond how many of them
 * @param provenance DOCUMENTED if the number is AWS's default, REQUESTED if it is the test's
 */
record RateLimit(CallFilter calls, CountedPer per, int perSecond, Provenance provenance) {
    RateLimit {
        if (perSecond < 1) {
            throw new IllegalArgumentException("A limit of " + perSecond + " calls a second per " + per
                    + ": the number must be at least 1. To fail every call, use"
                    + " chime.faults().fail(THROTTLED_CLIENT)");
        }
    }

    /** Whether both limit the same thing, so that the later one takes the place of the other. */
    boolean replaces(RateLimit other) {
        return calls.equals(other.calls) && per == other.per;
    }

    @Override
    public String toString() {
        return calls + ": " + perSecond + " a second per " + per;
    }
}
