package io.github.chimefake.sessions;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.Registration;
import java.time.Duration;

/**
 * A selection of the events that a fault applies to on their way to open sessions. The last method registers the fault. An event that
 * goes to several sessions counts once for each. The first fault in the order of registration that is due applies; the others do not count
 * the event. The log of {@code chime.events()} is not affected.
 *
 * <pre>{@code
 * chime.faults().onEvents(CREATE_CHANNEL_MESSAGE).forUser(bob).once().drop();
 * chime.faults().onEvents().forUser(bob).nthEvent(3).close(1011);
 * try (HeldEvents held = chime.faults().onEvents().inChannel(general).hold()) {
 *     client.sendChannelMessage(…);
 *     held.release();
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe: each step returns another selection.
 *
 * @since 0.1
 */
@Experimental
@CheckReturnValue
public interface EventFaultSelection {
    /** Selects events to sessions of this user. */
    EventFaultSelection forUser(ChimeUser user);

    /** Selects events of this channel. */
    EventFaultSelection inChannel(ChimeChannel channel);

    /**
     * Selects events of the channel with this ARN.
     *
     * @throws IllegalArgumentException if it is not the ARN of a channel
     */
    EventFaultSelection inChannel(String channelArn);

    /** Selects the next event only. */
    EventFaultSelection once();

    /**
     * Selects the next events only.
     *
     * @param count how many, at least 1
     * @throws IllegalArgumentException if the count is less than 1
     */
    EventFaultSelection events(int count);

    /**
     * Selects only the n-th event after the registration.
     *
     * @param n counted from 1
     * @throws IllegalArgumentException if it is less than 1
     */
    EventFaultSelection nthEvent(int n);

    /**
     * Selects the n-th event after the registration and all later ones.
     *
     * @param n counted from 1
     * @throws IllegalArgumentException if it is less than 1
     */
    EventFaultSelection fromEvent(int n);

    /** Removes the event from what is sent. */
    @CanIgnoreReturnValue
    Registration drop();

    /** Sends the event twice. */
    @CanIgnoreReturnValue
    Registration duplicate();

    /**
     * Sends the event later; events after it do not wait for it. {@code chime.awaitBackgroundWork()} does not wait for it either. For a test
     * that decides when, use {@link #hold}.
     *
     * @param delay positive; true time, not the fake's
     * @throws IllegalArgumentException if it is not positive
     */
    @CanIgnoreReturnValue
    Registration delay(Duration delay);

    /** Holds events back until the test releases them. */
    HeldEvents hold();

    /** Sends the event after the next one of its session. */
    @CanIgnoreReturnValue
    Registration reorder();

    /** Sends only the first half of the event's text, which is not valid JSON. */
    @CanIgnoreReturnValue
    Registration truncate();

    /**
     * Closes the session after the event was sent.
     *
     * @param code 1000 to 1003, 1007 to 1014, 3000 to 4999, or 1006, which ends the connection without a close frame
     * @throws IllegalArgumentException if the code is not valid
     */
    @CanIgnoreReturnValue
    Registration close(int code);
}
