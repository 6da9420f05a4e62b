package io.github.chimefake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The fake's clock: timestamps, expiry of credentials and channels, rate limits. It advances by itself; a test can advance it further or
 * freeze it. Signatures and the {@code Date} header follow the true time. A reset restores the clock of the baseline.
 *
 * <pre>{@code
 * chime.clock().advance(Duration.ofMinutes(16));
 * }</pre>
 *
 * <p>Thread-safe. Not to be extended by users.
 */
public abstract class ChimeClock extends Clock {
    /** For the fake's own clocks. */
    protected ChimeClock() {}

    /**
     * Advances the clock; a frozen clock stays frozen.
     *
     * @param duration positive
     * @throws IllegalArgumentException if the duration is not positive
     * @throws IllegalStateException if the fake is closed
     */
    public abstract void advance(Duration duration);

    /** Freezes the clock at the current instant, until it is advanced or resumed. */
    public abstract void freeze();

    /** Freezes the clock at this instant. */
    public abstract void freezeAt(Instant instant);

    /** Resumes a frozen clock at its current instant; no effect if it is not frozen. */
    public abstract void resume();
}
