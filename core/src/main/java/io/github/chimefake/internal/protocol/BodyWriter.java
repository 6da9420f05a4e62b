package io.github.chimefake.internal.protocol;

import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;

/** Writes the AWS SDK's responses and structures as JSON, without members that are not set. */
final class BodyWriter {
    private final JsonWriter json = new JsonWriter();

    private BodyWriter() {}

    static String write(SdkPojo pojo) {
        BodyWriter writer = new BodyWriter();
        writer.structure(pojo);
        return writer.json.toString();
    }

    private void structure(SdkPojo pojo) {
        json.beginObject();
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.location() == MarshallLocation.PAYLOAD) {
                Optional<Object> value = SdkMembers.value(pojo, field);
                if (value.isPresent()) {
                    json.name(field.locationName());
                    value(value.get());
                }
            }
        }
        json.endObject();
    }

    private void value(Object value) {
        if (value instanceof String string) {
            json.value(new JsonString(string));
        } else if (value instanceof Boolean bool) {
            json.value(new JsonBoolean(bool));
        } else if (value instanceof Integer || value instanceof Long) {
            json.value(JsonNumber.of(((Number) value).longValue()));
        } else if (value instanceof Double number) {
            json.value(new JsonNumber(BigDecimal.valueOf(number)));
        } else if (value instanceof Instant instant) {
            json.value(new JsonNumber(epochSeconds(instant)));
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
            throw new IllegalStateException("No body was known to have a value of " + value.getClass());
        }
    }

    /**
     * Returns seconds with fractional milliseconds, which all clients can read. With ISO 8601, the SDKs for Java 2 and
     * JavaScript 3 throw an exception; with milliseconds, boto3 returns the year 57974 (measured).
     */
    private static BigDecimal epochSeconds(Instant instant) {
        int millis = instant.getNano() / 1_000_000;
        BigDecimal seconds = BigDecimal.valueOf(instant.getEpochSecond());
        return millis == 0 ? seconds : seconds.add(BigDecimal.valueOf(millis, 3));
    }
}
