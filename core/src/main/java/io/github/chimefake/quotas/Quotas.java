package io.github.chimefake.quotas;

/**
 * Entry point for quotas on resources. A call beyond a quota gets a {@code ResourceLimitExceededException}.
 *
 * <pre>{@code
 * chime.quotas().set(MEMBERSHIPS_PER_CHANNEL, 3);
 * }</pre>
 *
 * <p>Thread-safe.
 */
public interface Quotas {
    /**
     * Sets a limit.
     *
     * @param limit at least 0
     * @throws IllegalArgumentException if the limit is negative
     */
    void set(Quota quota, int limit);

    /** Sets every limit to the documented one; the next reset restores those of the baseline. */
    void clear();
}
