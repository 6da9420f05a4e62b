package io.github.chimefake.internal.sessions.faults;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A message of the service.
 *
 * @param type the type of the event
 * @param channel its channel
 * @param text the message: headers, and the payload as a string
 */
public record SocketFrame(MessagingEventType type, Optional<ChannelArn> channel, String text) {
    /** Returns a message of the system. */
    public static SocketFrame of(MessagingEventType type, Optional<ChannelArn> channel, Optional<String> payload) {
        return new SocketFrame(type, channel, text(type, payload));
    }

    private static String text(MessagingEventType type, Optional<String> payload) {
        StringBuilder text = new StringBuilder("{\"Headers\":{\"x-amz-chime-event-type\":\"")
                .append(type.name())
                .append("\",\"x-amz-chime-message-type\":\"SYSTEM\"}");
        payload.ifPresent(json -> text.append(",\"Payload\":").append(quoted(json)));
        return text.append('}').toString();
    }

    private static String quoted(String json) {
        return new JsonString(json).toString();
    }
}
