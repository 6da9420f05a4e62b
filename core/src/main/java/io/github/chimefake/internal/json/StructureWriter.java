package io.github.chimefake.internal.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Writes the AWS SDK's structures as JSON, without members that are not set. Immutable. */
public final class StructureWriter {
    private final Predicate<SdkField<?>> members;
    private final Function<Instant, JsonValue> timestamps;

    /**
     * Creates a writer.
     *
     * @param members which members are written
     * @param timestamps how timestamps are written
     */
    public StructureWriter(Predicate<SdkField<?>> members, Function<Instant, JsonValue> timestamps) {
        this.members = members;
        this.timestamps = timestamps;
    }

    /** Returns the structure as JSON. */
    public String write(SdkPojo structure) {
        JsonWriter json = new JsonWriter();
        structure(json, structure);
        return json.toString();
    }

    /** Returns members that the SDK has no class for as JSON. */
    public String write(Map<String, ?> given) {
        JsonWriter json = new JsonWriter();
        value(json, given);
        return json.toString();
    }

    private void structure(JsonWriter json, SdkPojo structure) {
        json.beginObject();
        for (SdkField<?> field : structure.sdkFields()) {
            if (members.test(field)) {
                Object value = field.getValueOrDefault(structure);
                if (value != null
                        && !(value instanceof SdkAutoConstructList)
                        && !(value instanceof SdkAutoConstructMap)) {
                    json.name(field.locationName());
                    value(json, value);
                }
            }
        }
        json.endObject();
    }

    private void value(JsonWriter json, Object value) {
        if (value instanceof String string) {
            json.value(new JsonString(string));
        } else if (value instanceof Boolean bool) {
            json.value(new JsonBoolean(bool));
        } else if (value instanceof Integer || value instanceof Long) {
            json.value(JsonNumber.of(((Number) value).longValue()));
        } else if (value instanceof Double number) {
            json.value(new JsonNumber(BigDecimal.valueOf(number)));
        } else if (value instanceof Instant instant) {
            json.value(timestamps.apply(instant));
        } else if (value instanceof List<?> list) {
            json.beginArray();
            list.forEach(each -> value(json, each));
            json.endArray();
        } else if (value instanceof Map<?, ?> map) {
            json.beginObject();
            map.forEach((key, entry) -> {
                json.name((String) key);
                value(json, entry);
            });
            json.endObject();
        } else if (value instanceof SdkPojo structure) {
            structure(json, structure);
        } else {
            throw new IllegalStateException("No structure was known to have a value of " + value.getClass());
        }
    }
}
