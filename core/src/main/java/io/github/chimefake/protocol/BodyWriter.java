package io.github.chimefake.protocol;

import io.github.chimefake.json.JsonArray;
import io.github.chimefake.json.JsonBoolean;
import io.github.chimefake.json.JsonNumber;
import io.github.chimefake.json.JsonObject;
import io.github.chimefake.json.JsonString;
import io.github.chimefake.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;

/** Writes the AWS SDK's responses and structures as JSON; what was not set is left out. */
final class BodyWriter {
    private BodyWriter() {}

    static JsonObject write(SdkPojo pojo) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.location() == MarshallLocation.PAYLOAD) {
                SdkMembers.value(pojo, field).ifPresent(value -> members.put(field.locationName(), json(value)));
            }
        }
        return new JsonObject(members);
    }

    private static JsonValue json(Object value) {
        if (value instanceof String string) {
            return new JsonString(string);
        } else if (value instanceof Boolean bool) {
            return new JsonBoolean(bool);
        } else if (value instanceof Integer || value instanceof Long) {
            return JsonNumber.of(((Number) value).longValue());
        } else if (value instanceof Double number) {
            return new JsonNumber(BigDecimal.valueOf(number));
        } else if (value instanceof Instant instant) {
            return new JsonNumber(epochSeconds(instant));
        } else if (value instanceof List<?> list) {
            return new JsonArray(list.stream().map(BodyWriter::json).toList());
        } else if (value instanceof Map<?, ?> map) {
            Map<String, JsonValue> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put((String) key, json(entry)));
            return new JsonObject(entries);
        } else if (value instanceof SdkPojo pojo) {
            return write(pojo);
        }
        throw new IllegalStateException("No body was known to have a value of " + value.getClass());
    }

    /**
     * Seconds with milliseconds, the form that every client reads. ISO 8601 would make the SDKs for Java 2 and JavaScript 3
     * throw, milliseconds would put boto3 into the year 57974 (measured).
     */
    private static BigDecimal epochSeconds(Instant instant) {
        int millis = instant.getNano() / 1_000_000;
        BigDecimal seconds = BigDecimal.valueOf(instant.getEpochSecond());
        return millis == 0 ? seconds : seconds.add(BigDecimal.valueOf(millis, 3));
    }
}
