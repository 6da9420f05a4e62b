package io.github.chimefake.sessions;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.Experimental;
import io.github.chimefake.Layer;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A connect that the fake received, and what became of the session. {@code toString()} returns it in one line.
 *
 * @since 0.1
 */
@Experimental
public interface RecordedSession {
    /** Returns the parameter {@code userArn} as received; empty if there is none. */
    Optional<String> userArn();

    /** Returns the caller whose access key the connect names; empty if it names none. */
    Optional<ChimeCaller> caller();

    /** Returns the parameter {@code sessionId}; empty if there is none. */
    Optional<String> sessionId();

    /** Returns when the connect was received, by the system clock. */
    Instant connectedAt();

    /** Returns whether an actor connected, and not the code under test. */
    boolean isByActor();

    /** Returns whether the session got SESSION_ESTABLISHED. */
    boolean isEstablished();

    /**
     * Returns the part of the fake that denied the connect: credentials, rules, policies, the user or rates. Empty if nothing did; a fault
     * that ended the connect is in {@link #explanation}.
     */
    Optional<Layer> deniedBy();

    /** Returns why the connect was denied, or what a fault did to it: what was received, what is valid and what to do. */
    Optional<String> explanation();

    /** Returns the close code; empty while the session is open, and if the connect got no WebSocket connection. */
    OptionalInt closeCode();

    /** Returns the reason in the close frame, which may be an empty text; empty while the session is open, and without a close frame. */
    Optional<String> closeReason();
}
