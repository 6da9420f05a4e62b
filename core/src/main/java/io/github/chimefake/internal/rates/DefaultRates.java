package io.github.chimefake.internal.rates;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.FilteredRegistration;
import io.github.chimefake.internal.filter.RegistrationList;
import io.github.chimefake.rates.RateQuota;
import io.github.chimefake.rates.Rates;
import java.util.List;
import java.util.stream.Stream;

/** Entry point for rate limits. */
public final class DefaultRates extends DefaultRateSelection implements Rates, RegistrationList {
    private final String region;

    /**
     * Creates the entry point of a fake.
     *
     * @param region the region whose documented quotas {@link #enforce} applies
     */
    public DefaultRates(RateLimits limits, String region) {
        super(limits.sentence("perBearer(…) or another limit"), limits, CallFilter.ANY);
        this.region = region;
    }

    @CanIgnoreReturnValue
    @Override
    public Registration enforce() {
        List<RateLimit> defaults = Stream.of(RateQuota.values())
                .map(quota -> QuotaLimits.byDefault(quota, region))
                .toList();
        return limits.add(defaults);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration enforce(RateQuota quota, int perSecond) {
        return limits.add(List.of(QuotaLimits.requested(quota, perSecond)));
    }

    @Override
    public List<FilteredRegistration> registrations() {
        return limits.registrations();
    }

    @Override
    public void clear() {
        limits.clear();
    }
}
