package io.github.chimefake.internal.sessions;

import io.github.chimefake.sessions.DeliveredEvent;
import io.github.chimefake.sessions.Sessions;
import java.time.Duration;
import java.util.List;

/**
 * What open sessions were sent until one moment.
 *
 * @param events the messages, the oldest first
 * @param evicted how many older ones were dropped
 * @param pending the events of calls that were responded to that were not handed to the sessions by then
 */
public record DeliverySnapshot(List<DeliveredEvent> events, long evicted, List<String> pending) {
    public DeliverySnapshot {
        events = List.copyOf(events);
        pending = List.copyOf(pending);
    }

    /** Returns what sessions of a fake were sent, after the events of calls that were responded to are handed to them, or 10 seconds later. */
    public static DeliverySnapshot of(Sessions sessions) {
        if (sessions instanceof DefaultSessions own) {
            return own.deliveries(EventDelivery.LIMIT);
        }
        throw unknown(sessions);
    }

    /** Returns what sessions of a fake were sent so far, without waiting for what is to be handed to them. */
    public static DeliverySnapshot soFar(Sessions sessions) {
        if (sessions instanceof DefaultSessions own) {
            return own.deliveries(Duration.ZERO);
        }
        throw unknown(sessions);
    }

    private static IllegalArgumentException unknown(Sessions sessions) {
        return new IllegalArgumentException(
                "Received sessions of " + sessions.getClass().getName()
                        + ". Expected those of a fake, which ChimeMessagingServer.sessions() returns");
    }
}
