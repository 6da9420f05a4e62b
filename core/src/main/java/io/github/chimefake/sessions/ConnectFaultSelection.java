package io.github.chimefake.sessions;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.Registration;
import io.github.chimefake.events.MessagingEventType;

/**
 * A selection of the connects of messaging sessions that a fault applies to. The last method registers the fault. A fault that ends the
 * connect before SESSION_ESTABLISHED comes before credentials and permissions are checked. The others, which let the session be
 * established, come after that, and do not count a connect that is denied. Of each kind, the first fault in the order of registration that
 * is due applies; the others do not count the connect.
 *
 * <pre>{@code
 * chime.faults().onConnect().by(alice).connects(2).close(4005);
 * chime.faults().onConnect().nthConnect(2).respond(503);
 * chime.faults().onConnect().by(alice).once().hang();
 * }</pre>
 *
 * <p>Immutable and thread-safe: each step returns another selection.
 *
 * @since 0.1
 */
@Experimental
@CheckReturnValue
public interface ConnectFaultSelection {
    /** Selects connects as this user. */
    ConnectFaultSelection by(ChimeUser user);

    /** Selects connects that were signed by this caller, with any of its access keys. */
    ConnectFaultSelection by(ChimeCaller caller);

    /** Selects the next connect only. */
    ConnectFaultSelection once();

    /**
     * Selects the next connects only.
     *
     * @param count how many, at least 1
     * @throws IllegalArgumentException if the count is less than 1
     */
    ConnectFaultSelection connects(int count);

    /**
     * Selects only the n-th connect after the registration.
     *
     * @param n counted from 1
     * @throws IllegalArgumentException if it is less than 1
     */
    ConnectFaultSelection nthConnect(int n);

    /**
     * Selects the n-th connect after the registration and all later ones.
     *
     * @param n counted from 1
     * @throws IllegalArgumentException if it is less than 1
     */
    ConnectFaultSelection fromConnect(int n);

    /**
     * Responds with an HTTP status instead of the upgrade. Browsers report only that the connection could not be opened.
     *
     * @param status 400 to 599
     * @throws IllegalArgumentException if it is another status
     */
    @CanIgnoreReturnValue
    Registration respond(int status);

    /** Gives the connect no response. The connection ends with the fake, or when the client gives up. */
    @CanIgnoreReturnValue
    Registration hang();

    /** Resets the connection instead of the upgrade. */
    @CanIgnoreReturnValue
    Registration resetConnection();

    /**
     * Closes the session with a code instead of SESSION_ESTABLISHED, for example 4005, which one report names, or 4401.
     *
     * @param code 1000 to 1003, 1007 to 1014, 3000 to 4999, or 1006, which ends the connection without a close frame
     * @throws IllegalArgumentException if the code is not valid
     */
    @CanIgnoreReturnValue
    Registration close(int code);

    /**
     * Closes the session with a code right after SESSION_ESTABLISHED.
     *
     * @param code as in {@link #close}
     * @throws IllegalArgumentException if the code is not valid
     */
    @CanIgnoreReturnValue
    Registration closeAfterEstablished(int code);

    /** Ends the connection without a close frame, after the upgrade and before SESSION_ESTABLISHED. */
    @CanIgnoreReturnValue
    Registration dropBeforeEstablished();

    /** Ends the connection without a close frame, right after SESSION_ESTABLISHED. */
    @CanIgnoreReturnValue
    Registration dropAfterEstablished();

    /**
     * Sends an event before SESSION_ESTABLISHED, as AWS documents for rare cases.
     *
     * @param payload a JSON object. Its {@code ChannelArn} is the channel of the event, and its {@code Type} says of a message in a channel
     *     whether it is a control message
     * @throws IllegalArgumentException if it is not a JSON object
     */
    @CanIgnoreReturnValue
    Registration sendBeforeEstablished(MessagingEventType type, String payload);
}
