package io.github.chimefake.quotas;

/**
 * Entry point for quotas on resources. A call beyond a quota gets a {@code ResourceLimitExceededException}.
 *
 * <pre>{@code
 * chime.quotas().set(MEMBERSHIPS_PER_CHANNEL, 3);
 * }</pre>
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public interface Quotas {
    /**
     * Sets a limit on the number of resources.
     *
     * @param limit at least 0
     * @throws IllegalArgumentException if the limit is negative
     * @throws IllegalStateException if the fake is closed
     */
    void set(Quota quota, int limit);

    /**
     * Sets every limit to the documented one; the next reset restores those of the baseline.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void clear();
}
