package io.github.chimefake.internal.rates;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.Registrations;

/**
 * A limit for the number of calls per second.
 *
 * @param filter selects the calls that are counted
 * @param per the calls that are counted together
 * @param perSecond the maximum number of calls per second
 * @param provenance DOCUMENTED if the number is AWS's default, REQUESTED if the test has set it
 */
public record RateLimit(CallFilter filter, CountedPer per, int perSecond, Provenance provenance)
        implements Registrations.Definition {
    private static final String ADVICE = "Use perAppInstance(…) or perUser(…)";

    public RateLimit {
        if (perSecond < 1) {
            throw new IllegalArgumentException("A limit of " + perSecond + " calls a second per " + per
                    + ": the number must be at least 1. To fail every call, use"
                    + " chime.faults().fail(THROTTLED_CLIENT)");
        }
    }

    @Override
    public void requireSatisfiable() {
        filter.requireSatisfiable();
        if (per == CountedPer.BEARER) {
            filter.requireBearers(filter + " per " + per, ADVICE);
        } else if (per == CountedPer.CHANNEL) {
            filter.requireChannels(filter + " per " + per, ADVICE);
        }
    }

    /** Returns whether both limit the same calls, so that this one replaces the other. */
    boolean replaces(RateLimit other) {
        return filter.equals(other.filter) && per == other.per;
    }

    @Override
    public String toString() {
        return filter + ": " + perSecond + " a second per " + per;
    }
}
