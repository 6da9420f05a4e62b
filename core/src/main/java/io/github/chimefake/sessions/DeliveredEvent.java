package io.github.chimefake.sessions;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.events.MessagingEventType;
import java.util.Optional;

/**
 * A message that an open session was sent: handed to its connection, in this order. What faults have dropped or truncated is not among them, and what
 * they have duplicated is twice.
 *
 * @since 0.1
 */
@Experimental
public interface DeliveredEvent {
    /** Returns the type. */
    MessagingEventType type();

    /** Returns the user whose session it was sent to. */
    ChimeUser user();

    /** Returns the id of that session. */
    String sessionId();

    /** Returns the ARN of the channel; empty if the event has none. */
    Optional<String> channelArn();

    /**
     * Returns the event in {@code chime.events()}, with its payload in the SDK's class; empty for {@code SESSION_ESTABLISHED}, {@code
     * CHANNEL_DETAILS}, and what a fault has sent.
     */
    Optional<MessagingEvent> event();

    /** Returns the text of the WebSocket message: a JSON object with {@code Headers} and {@code Payload}. */
    String frame();
}
