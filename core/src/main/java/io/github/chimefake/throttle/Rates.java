package io.github.chimefake.throttle;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.call.CallFilter;
import io.github.chimefake.call.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The door to the rate limits of a fake, which limits nothing until it is told to: starts a sentence about any call, enforces
 * the documented quotas, and lifts all limits at once.
 */
public final class Rates extends RateSelection {
    private final String region;

    /**
     * Sentences that register their limits here.
     *
     * @param region whose documented quotas {@link #enforce} means
     */
    public Rates(RateLimits limits, String region) {
        super(limits, CallFilter.ANY);
        this.region = region;
    }

    /** Enforces every documented quota, with its default for the fake's region. */
    @CanIgnoreReturnValue
    public Rule enforce() {
        List<RateLimit> defaults = Stream.of(RateQuota.values())
                .map(quota -> quota.defaultLimit(region))
                .toList();
        return limits.add(defaults);
    }

    /**
     * Enforces one quota, with a number of one's own: an account may have others than the defaults.
     *
     * <pre>{@code
     * chime.rates().enforce();
     * chime.rates().enforce(RateQuota.BEARER_CALLS, 100);
     * }</pre>
     *
     * @param perSecond at least 1
     */
    @CanIgnoreReturnValue
    public Rule enforce(RateQuota quota, int perSecond) {
        return limits.add(List.of(quota.limit(perSecond)));
    }

    /** Lifts every limit, those of the baseline included, until the next reset. */
    public void off() {
        limits.clear();
    }
}
