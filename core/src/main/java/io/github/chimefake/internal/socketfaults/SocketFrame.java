package io.github.chimefake.internal.socketfaults;

import io.github.chimefake.events.EventMessageType;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.events.EmittedEvent;
import io.github.chimefake.internal.events.EventFrames;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.MalformedJsonException;
import java.util.Optional;

/**
 * A message of the service.
 *
 * @param type the type of the event
 * @param channel its channel
 * @param text the message: headers, and the payload as a string
 * @param event the event of a write; empty for what sessions begin with, and what faults send
 */
public record SocketFrame(
        MessagingEventType type, Optional<ChannelArn> channel, String text, Optional<EmittedEvent> event) {
    private static final String EXPECTED =
            "Give the payload of the event as AWS sends it, for example {\"ChannelArn\": \"…\", \"Content\": \"…\"}";

    /** Returns the message of an event. */
    public static SocketFrame of(EmittedEvent event) {
        return new SocketFrame(event.type(), Optional.of(event.channel()), event.frame(), Optional.of(event));
    }

    /**
     * Returns a message with a payload that a test has written. Its channel, and for messages in channels whether it is a control message,
     * are those of the payload.
     *
     * @param call the method called by the user
     * @throws IllegalArgumentException if the payload is not a JSON object
     */
    static SocketFrame written(String call, MessagingEventType type, String payload) {
        JsonObject json = parse(call, payload);
        return new SocketFrame(
                type,
                text(json, "ChannelArn")
                        .map(Arn::of)
                        .filter(ChannelArn.class::isInstance)
                        .map(ChannelArn.class::cast),
                EventFrames.frame(type, messageType(type, json), Optional.empty(), Optional.of(payload)),
                Optional.empty());
    }

    private static JsonObject parse(String call, String payload) {
        try {
            if (Json.parse(payload) instanceof JsonObject json) {
                return json;
            }
        } catch (MalformedJsonException malformed) {
            throw new IllegalArgumentException(
                    call + ": the payload is not JSON: " + malformed.getMessage() + ". " + EXPECTED, malformed);
        }
        throw new IllegalArgumentException(call + ": the payload is not a JSON object. " + EXPECTED);
    }

    private static EventMessageType messageType(MessagingEventType type, JsonObject payload) {
        if (!type.name().endsWith("CHANNEL_MESSAGE")) {
            return EventMessageType.SYSTEM;
        }
        return text(payload, "Type")
                        .filter(EventMessageType.CONTROL.name()::equals)
                        .isPresent()
                ? EventMessageType.CONTROL
                : EventMessageType.STANDARD;
    }

    private static Optional<String> text(JsonObject json, String name) {
        return json.get(name).filter(JsonString.class::isInstance).map(value -> ((JsonString) value).value());
    }

    /** Returns a message of the system. */
    public static SocketFrame of(MessagingEventType type, Optional<ChannelArn> channel, Optional<String> payload) {
        return new SocketFrame(
                type,
                channel,
                EventFrames.frame(type, EventMessageType.SYSTEM, Optional.empty(), payload),
                Optional.empty());
    }
}
