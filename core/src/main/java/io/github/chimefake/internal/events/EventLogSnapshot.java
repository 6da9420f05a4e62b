package io.github.chimefake.internal.events;

import io.github.chimefake.events.EventLog;
import io.github.chimefake.events.MessagingEvent;
import java.util.List;

/**
 * A log at one moment.
 *
 * @param events the events, oldest first
 * @param evicted how many older events were dropped
 * @param capacity the maximum number of events
 */
public record EventLogSnapshot(List<MessagingEvent> events, long evicted, int capacity) {
    private static final int MOST_LINES = 100;

    public EventLogSnapshot {
        events = List.copyOf(events);
    }

    /** Returns a snapshot of the log of a fake. */
    public static EventLogSnapshot of(EventLog log) {
        if (log instanceof DefaultEventLog own) {
            return own.snapshot();
        }
        throw new IllegalArgumentException("Received a log of " + log.getClass().getName()
                + ". Expected that of a fake, which ChimeMessagingServer.events() returns");
    }

    /** Returns for example {@code event 2, CREATE_CHANNEL_MESSAGE "hello" …}, with the number of the printout. */
    public String describe(MessagingEvent event) {
        return "event " + (evicted + events.indexOf(event) + 1) + ", " + event;
    }

    /** Returns the latest events, one a line. */
    @Override
    public String toString() {
        String line = System.lineSeparator();
        StringBuilder text = new StringBuilder();
        if (evicted > 0) {
            text.append(
                            evicted == 1
                                    ? "(the oldest event was dropped"
                                    : "(the oldest " + evicted + " events were dropped")
                    .append(": the log holds ")
                    .append(capacity)
                    .append(')')
                    .append(line);
        }
        int first = Math.max(0, events.size() - MOST_LINES);
        if (first > 0) {
            text.append("(")
                    .append(first)
                    .append(first == 1 ? " earlier event" : " earlier events")
                    .append(')')
                    .append(line);
        }
        for (int index = first; index < events.size(); index++) {
            text.append(evicted + index + 1)
                    .append(". ")
                    .append(events.get(index))
                    .append(line);
        }
        return text.isEmpty() ? "no events" + line : text.toString();
    }
}
