package io.github.chimefake.rates;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.Registration;

/**
 * Entry point for rate limits; there are none by default. Each selecting method starts a limit on any call. Thread-safe.
 *
 * @since 0.1
 */
public interface Rates extends RateSelection {
    /**
     * Enforces every documented quota, with its default for the fake's region.
     *
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration enforce();

    /**
     * Enforces one documented quota with another limit, for example one that AWS raised for an account.
     *
     * <pre>{@code
     * chime.rates().enforce();
     * chime.rates().enforce(RateQuota.BEARER_CALLS, 100);
     * }</pre>
     *
     * @param perSecond calls per second, at least 1
     * @throws IllegalArgumentException if the limit is less than 1
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration enforce(RateQuota quota, int perSecond);

    /**
     * Removes every limit, those of the baseline included; the next reset restores those of the baseline.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void clear();
}
