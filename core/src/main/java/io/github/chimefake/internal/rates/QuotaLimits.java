package io.github.chimefake.internal.rates;

import io.github.chimefake.Provenance;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.rates.RateQuota;

/** Creates rate limits for documented quotas. */
final class QuotaLimits {
    private QuotaLimits() {}

    static RateLimit byDefault(RateQuota quota, String region) {
        return limit(quota, quota.defaultPerSecond(region), Provenance.DOCUMENTED);
    }

    static RateLimit requested(RateQuota quota, int perSecond) {
        return limit(quota, perSecond, Provenance.REQUESTED);
    }

    private static RateLimit limit(RateQuota quota, int perSecond, Provenance provenance) {
        CountedPer per = switch (quota) {
            case CONNECTS -> CountedPer.CONNECTING_USER;
            case CONNECTIONS -> CountedPer.CONNECTED_USER;
            default -> CountedPer.valueOf(quota.scope().name());
        };
        return new RateLimit(CallFilter.ANY.on(quota.operations()), per, perSecond, provenance);
    }
}
