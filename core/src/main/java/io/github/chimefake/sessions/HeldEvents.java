package io.github.chimefake.sessions;

import io.github.chimefake.Experimental;
import io.github.chimefake.Registration;

/**
 * The events that a fault holds back.
 *
 * @since 0.1
 */
@Experimental
public interface HeldEvents extends Registration {
    /** Returns how many events are held back. */
    int count();

    /**
     * Sends what is held back, in the order in which it was held, and goes on to hold back later events.
     *
     * @return how many events were sent; those of sessions that were closed meanwhile are dropped and not counted
     */
    int release();

    /** Stops holding back events, and sends what is held back. Closing twice has no effect. */
    @Override
    void close();
}
