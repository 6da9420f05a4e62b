package io.github.chimefake.internal.control.events;

import io.github.chimefake.events.EventCause;
import io.github.chimefake.events.EventMessageType;
import io.github.chimefake.events.MessagingEvent;
import io.github.chimefake.internal.control.calls.AwsNames;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.control.schema.StringSchema;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import io.github.chimefake.sessions.DeliveredEvent;
import java.util.List;

/** Events as JSON. */
final class EventJson {
    /** How many receivers a list of events shows of each. */
    static final int RECEIVERS_IN_LISTS = 100;

    /** An event of the log. */
    static final NamedSchema EVENT = Schema.named(
            "MessagingEvent",
            Schema.object("An event that a write emitted to users.")
                    .required(
                            "number",
                            Schema.integer(
                                    "Its number, which increases in the order of the writes; not reset.",
                                    1,
                                    Long.MAX_VALUE))
                    .required("type", EventWords.TYPE)
                    .required("messageType", Schema.names("Its kind.", EventMessageType.class))
                    .required("channelArn", text("The ARN of the channel that it is about."))
                    .optional("subChannelId", text("The id of the sub-channel of an elastic channel."))
                    .optional("reason", text("The header x-amz-chime-event-reason."))
                    .required("payload", payload("The payload in the JSON of the WebSocket message."))
                    .required(
                            "receivers",
                            Schema.array(
                                    "The ARNs of the users and bots that receive it, sorted; in lists the first "
                                            + RECEIVERS_IN_LISTS + ".",
                                    text("An ARN.")))
                    .required("receiverCount", Schema.integer("How many receive it.", 0, Integer.MAX_VALUE))
                    .required(
                            "cause",
                            Schema.object("What made it.")
                                    .optional("operation", AwsNames.OPERATION)
                                    .optional("by", text("The ARN in x-amz-chime-bearer of the call."))
                                    .required("text", text("The cause in one line.")))
                    .required("time", text("The time of the write by the fake's clock, in ISO 8601."))
                    .required("text", text("The event as a failed test prints it.")));

    /** An event that a session was sent. */
    static final NamedSchema DELIVERED = Schema.named(
            "DeliveredEvent",
            Schema.object("A message that an open session was sent.")
                    .required("index", Schema.integer("Its place among those since the last reset.", 1, Long.MAX_VALUE))
                    .required("type", EventWords.TYPE)
                    .required("user", text("The ARN of the user whose session it was sent to."))
                    .required("sessionId", text("The parameter sessionId of the connect; may be empty."))
                    .optional("channelArn", text("The ARN of the channel; missing if the event has none."))
                    .optional(
                            "number",
                            Schema.integer(
                                    "The number of the event in GET /v1/events; missing if no write made it.",
                                    1,
                                    Long.MAX_VALUE))
                    .optional("payload", payload("The payload; missing if there is none."))
                    .required("frame", text("The WebSocket message, as it was sent.")));

    private EventJson() {}

    private static StringSchema text(String description) {
        return Schema.string(description).length(0, Integer.MAX_VALUE);
    }

    private static Schema payload(String description) {
        return Schema.map(description, Schema.any("The value."));
    }

    /**
     * Writes an event.
     *
     * @param receivers how many receivers it shows at most
     */
    static JsonObject write(MessagingEvent event, int receivers) {
        List<String> all = event.receivers();
        return new JsonBuilder()
                .number("number", event.number())
                .text("type", event.type().name())
                .text("messageType", event.messageType().name())
                .text("channelArn", event.channelArn())
                .text("subChannelId", event.subChannelId())
                .text("reason", event.reason())
                .put("payload", parsed(event.payloadJson()))
                .texts("receivers", all.stream().limit(receivers).toList())
                .number("receiverCount", all.size())
                .put("cause", cause(event.cause()))
                .instant("time", event.time())
                .text("text", event.toString())
                .toJson();
    }

    private static JsonObject cause(EventCause cause) {
        return new JsonBuilder()
                .text("operation", cause.operation().map(Object::toString))
                .text("by", cause.bearer())
                .text("text", cause.text())
                .toJson();
    }

    static JsonObject write(long index, DeliveredEvent event) {
        JsonBuilder json = new JsonBuilder()
                .number("index", index)
                .text("type", event.type().name())
                .text("user", event.user().arn())
                .text("sessionId", event.sessionId())
                .text("channelArn", event.channelArn());
        event.event().ifPresent(logged -> json.number("number", logged.number()));
        if (parsed(event.frame()) instanceof JsonObject message
                && message.get("Payload").orElse(null) instanceof JsonString payload
                && parsed(payload.value()) instanceof JsonObject members) {
            json.put("payload", members);
        }
        return json.text("frame", event.frame()).toJson();
    }

    private static JsonValue parsed(String json) {
        try {
            return Json.parse(json);
        } catch (MalformedJsonException fromAFault) {
            return new JsonString(json);
        }
    }
}
