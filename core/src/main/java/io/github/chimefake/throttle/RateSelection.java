package io.github.chimefake.throttle;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.call.CallFilter;
import io.github.chimefake.call.CallSelection;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Rule;
import java.util.List;

/**
 * A sentence about calls that are to be limited: which ({@code on}, {@code by}, {@code inChannel}; any if left out), and how
 * many a second. Only the last word registers the limit. Calls beyond it are answered with {@code ThrottledClientException}
 * 429, which the SDKs retry.
 *
 * <pre>{@code
 * chime.rates().perBearer(10);
 * chime.rates().on(SEND_CHANNEL_MESSAGE, UPDATE_CHANNEL_MESSAGE).perChannel(5);
 * }</pre>
 *
 * <p>The operations of one sentence are counted together. A second begins with the first call that counts in it, by the
 * fake's clock. Every attempt counts, retries included. A limit takes the place of an earlier one on the same calls, counted
 * the same way; otherwise a call must be within all of them.
 */
@CheckReturnValue
public sealed class RateSelection extends CallSelection<RateSelection> permits Rates {
    final RateLimits limits;

    RateSelection(RateLimits limits, CallFilter filter) {
        super(filter);
        this.limits = limits;
    }

    @Override
    protected RateSelection with(CallFilter other) {
        return new RateSelection(limits, other);
    }

    /**
     * At most so many of the calls for each {@code x-amz-chime-bearer}.
     *
     * @param perSecond at least 1
     */
    @CanIgnoreReturnValue
    public Rule perBearer(int perSecond) {
        return register(CountedPer.BEARER, perSecond);
    }

    /**
     * At most so many of the calls on each channel; calls that name no channel are not limited.
     *
     * @param perSecond at least 1
     */
    @CanIgnoreReturnValue
    public Rule perChannel(int perSecond) {
        return register(CountedPer.CHANNEL, perSecond);
    }

    /**
     * At most so many of the calls in each app instance.
     *
     * @param perSecond at least 1
     */
    @CanIgnoreReturnValue
    public Rule perAppInstance(int perSecond) {
        return register(CountedPer.APP_INSTANCE, perSecond);
    }

    /**
     * At most so many of the calls about each user: the {@code AppInstanceUserArn} of the request, else the bearer.
     *
     * @param perSecond at least 1
     */
    @CanIgnoreReturnValue
    public Rule perUser(int perSecond) {
        return register(CountedPer.USER, perSecond);
    }

    private Rule register(CountedPer per, int perSecond) {
        return limits.add(List.of(new RateLimit(filter(), per, perSecond, Provenance.REQUESTED)));
    }
}
