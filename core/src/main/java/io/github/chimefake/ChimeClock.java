package io.github.chimefake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The fake's clock, which determines timestamps, the expiry of credentials and channels, and rate limits. It advances by itself; a test
 * can advance it further or freeze it. Signatures and the {@code Date} header follow the system time. A reset restores the clock of the
 * baseline.
 *
 * <pre>{@code
 * chime.clock().advance(Duration.ofMinutes(16));
 * }</pre>
 *
 * <p>Thread-safe. Not to be extended by users.
 *
 * @since 0.1
 */
public abstract class ChimeClock extends Clock {
    /** Creates a clock. Only the fake's own clocks extend this class. */
    protected ChimeClock() {}

    /**
     * Advances the clock; a frozen clock stays frozen.
     *
     * @param duration positive
     * @throws IllegalArgumentException if the duration is not positive
     * @throws IllegalStateException if the fake is closed
     */
    public abstract void advance(Duration duration);

    /**
     * Freezes the clock at its current instant, until it is advanced or resumed.
     *
     * @throws IllegalStateException if the fake is closed
     */
    public abstract void freeze();

    /**
     * Freezes the clock at this instant, which may be earlier than the current one.
     *
     * @throws IllegalStateException if the fake is closed
     */
    public abstract void freezeAt(Instant instant);

    /**
     * Resumes a frozen clock at its current instant; no effect if it is not frozen.
     *
     * @throws IllegalStateException if the fake is closed
     */
    public abstract void resume();

    /** Returns whether the clock is frozen. */
    @Experimental
    public abstract boolean isFrozen();
}
