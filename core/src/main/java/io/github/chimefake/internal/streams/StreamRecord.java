package io.github.chimefake.internal.streams;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonWriter;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessagingDataType;

/**
 * A record of a stream. Documented: a JSON object with {@code EventType} and {@code Payload}. Observed: the payload is an
 * object and no text, with the members of the channel, message or membership at its top level.
 *
 * @param type the type of the data, which a configuration names
 * @param appInstance the ARN of the app instance
 * @param eventType for example {@code CREATE_CHANNEL}
 * @param payload the payload as JSON
 */
record StreamRecord(MessagingDataType type, AppInstanceArn appInstance, String eventType, String payload) {
    String json() {
        JsonWriter name = new JsonWriter();
        name.value(new JsonString(eventType));
        return "{\"EventType\":" + name + ",\"Payload\":" + payload + "}";
    }
}
