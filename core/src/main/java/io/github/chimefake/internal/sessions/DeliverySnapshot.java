package io.github.chimefake.internal.sessions;

import io.github.chimefake.sessions.DeliveredEvent;
import io.github.chimefake.sessions.Sessions;
import java.util.List;

/**
 * What open sessions were sent until one moment.
 *
 * @param events the messages, the oldest first
 * @param evicted how many older ones were dropped
 */
public record DeliverySnapshot(List<DeliveredEvent> events, long evicted) {
    public DeliverySnapshot {
        events = List.copyOf(events);
    }

    /** Returns what sessions of a fake were sent, after the events of calls that were responded to are handed to them. */
    public static DeliverySnapshot of(Sessions sessions) {
        if (sessions instanceof DefaultSessions own) {
            return own.deliveries();
        }
        throw unknown(sessions);
    }

    /** Returns what sessions of a fake were sent so far, without waiting for what is to be handed to them. */
    public static DeliverySnapshot soFar(Sessions sessions) {
        if (sessions instanceof DefaultSessions own) {
            return own.deliveriesSoFar();
        }
        throw unknown(sessions);
    }

    private static IllegalArgumentException unknown(Sessions sessions) {
        return new IllegalArgumentException(
                "Received sessions of " + sessions.getClass().getName()
                        + ". Expected those of a fake, which ChimeMessagingServer.sessions() returns");
    }
}
