package io.github.chimefake.internal.events;

import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Writes the AWS SDK's structures as the payloads of events, without members that are not set. Observed: timestamps are
 * texts in ISO 8601, and not numbers as in responses. Assumed: always with milliseconds.
 */
public final class PayloadJson {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final JsonWriter json = new JsonWriter();

    private PayloadJson() {}

    /** Returns the structure as JSON. */
    public static String write(SdkPojo pojo) {
        PayloadJson writer = new PayloadJson();
        writer.structure(pojo);
        return writer.json.toString();
    }

    /** Returns members of an event that the SDK has no class for as JSON. */
    public static String write(Map<String, ?> members) {
        PayloadJson writer = new PayloadJson();
        writer.value(members);
        return writer.json.toString();
    }

    private void structure(SdkPojo pojo) {
        json.beginObject();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                json.name(field.locationName());
                value(value);
            }
        }
        json.endObject();
    }

    private void value(Object value) {
        if (value instanceof String string) {
            json.value(new JsonString(string));
        } else if (value instanceof Boolean bool) {
            json.value(new JsonBoolean(bool));
        } else if (value instanceof Number number) {
            json.value(JsonNumber.of(number.longValue()));
        } else if (value instanceof Instant instant) {
            json.value(new JsonString(TIMESTAMP.format(instant)));
        } else if (value instanceof List<?> list) {
            json.beginArray();
            list.forEach(this::value);
            json.endArray();
        } else if (value instanceof Map<?, ?> map) {
            json.beginObject();
            map.forEach((key, entry) -> {
                json.name((String) key);
                value(entry);
            });
            json.endObject();
        } else if (value instanceof SdkPojo pojo) {
            structure(pojo);
        } else {
            throw new IllegalStateException("No payload was known to have a value of " + value.getClass());
        }
    }
}
