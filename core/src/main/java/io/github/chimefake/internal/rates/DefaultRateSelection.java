package io.github.chimefake.internal.rates;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.Provenance;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.CallSelection;
import io.github.chimefake.internal.filter.Sentence;
import io.github.chimefake.rates.RateSelection;
import java.util.List;

/** Selects calls for a rate limit. */
@CheckReturnValue
class DefaultRateSelection extends CallSelection<DefaultRateSelection> implements RateSelection {
    final RateLimits limits;

    DefaultRateSelection(Sentence sentence, RateLimits limits, CallFilter filter) {
        super(sentence, filter);
        this.limits = limits;
    }

    @Override
    protected DefaultRateSelection with(CallFilter other) {
        return new DefaultRateSelection(next(), limits, other);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration perBearer(int perSecond) {
        return register(CountedPer.BEARER, perSecond);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration perChannel(int perSecond) {
        return register(CountedPer.CHANNEL, perSecond);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration perAppInstance(int perSecond) {
        return register(CountedPer.APP_INSTANCE, perSecond);
    }

    @CanIgnoreReturnValue
    @Override
    public Registration perUser(int perSecond) {
        return register(CountedPer.USER, perSecond);
    }

    private Registration register(CountedPer per, int perSecond) {
        finish();
        return limits.add(List.of(new RateLimit(filter(), per, perSecond, Provenance.REQUESTED)));
    }
}
