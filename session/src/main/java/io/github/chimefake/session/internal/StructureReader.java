package io.github.chimefake.session.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Reads the SDK's structures from JSON by the fields that they declare. Members that the SDK does not have are left out, as in responses.
 * Timestamps are ISO-8601 texts in events; numbers of seconds, as in responses, are read, too.
 */
public final class StructureReader {
    private StructureReader() {}

    /**
     * Returns the structure that the builder builds.
     *
     * @param builder of the structure
     * @throws RuntimeException if the JSON is not an object, or a member is of another type
     */
    public static Object read(JsonNode node, SdkPojo builder) {
        Map<String, JsonNode> members = object(node);
        for (SdkField<?> field : builder.sdkFields()) {
            JsonNode member = members.get(field.locationName());
            if (member != null && !member.isNull()) {
                field.set(builder, value(member, field));
            }
        }
        return ((Buildable) builder).build();
    }

    private static Map<String, JsonNode> object(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("It is not a JSON object: " + node);
        }
        return node.asObject();
    }

    private static @Nullable Object value(JsonNode node, SdkField<?> field) {
        MarshallingType<?> type = field.marshallingType();
        if (node.isNull()) {
            return null;
        }
        if (type == MarshallingType.STRING) {
            return node.asString();
        }
        if (type == MarshallingType.BOOLEAN) {
            return node.asBoolean();
        }
        if (type == MarshallingType.INTEGER) {
            return Integer.valueOf(node.asNumber());
        }
        if (type == MarshallingType.LONG) {
            return Long.valueOf(node.asNumber());
        }
        if (type == MarshallingType.DOUBLE) {
            return Double.valueOf(node.asNumber());
        }
        if (type == MarshallingType.INSTANT) {
            return instant(node);
        }
        if (type == MarshallingType.SDK_POJO) {
            return read(node, field.constructor().get());
        }
        if (type == MarshallingType.LIST) {
            SdkField<?> item = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> items = new java.util.ArrayList<>();
            node.asArray().forEach(each -> items.add(value(each, item)));
            return items;
        }
        if (type == MarshallingType.MAP) {
            SdkField<?> item = field.getTrait(MapTrait.class).valueFieldInfo();
            Map<String, Object> entries = new LinkedHashMap<>();
            object(node).forEach((name, each) -> entries.put(name, value(each, item)));
            return entries;
        }
        throw new IllegalArgumentException("Members of the type " + type.getTargetClass() + " cannot be read");
    }

    /** Returns the time. */
    public static Instant instant(JsonNode node) {
        if (node.isNumber()) {
            return Instant.ofEpochMilli(
                    new BigDecimal(node.asNumber()).movePointRight(3).longValue());
        }
        return OffsetDateTime.parse(node.asString()).toInstant();
    }
}
