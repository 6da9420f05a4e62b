package io.github.chimefake.internal.events;

import io.github.chimefake.events.EventMessageType;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonWriter;
import java.util.Optional;

/** Writes events as the texts of WebSocket messages. Documented: headers, and the payload as a JSON string. */
public final class EventFrames {
    private EventFrames() {}

    /**
     * Returns the text of a WebSocket message.
     *
     * @param payload the payload as JSON; empty if the event has none
     */
    public static String frame(
            MessagingEventType type, EventMessageType messageType, Optional<String> reason, Optional<String> payload) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("Headers");
        json.beginObject();
        member(json, "x-amz-chime-event-type", type.name());
        member(json, "x-amz-chime-message-type", messageType.name());
        reason.ifPresent(text -> member(json, "x-amz-chime-event-reason", text));
        json.endObject();
        payload.ifPresent(text -> member(json, "Payload", text));
        json.endObject();
        return json.toString();
    }

    private static void member(JsonWriter json, String name, String value) {
        json.name(name);
        json.value(new JsonString(value));
    }
}
