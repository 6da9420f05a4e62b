package io.github.chimefake.internal.protocol;

import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNull;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Reads members from a JSON body. */
final class BodyMembers {
    private BodyMembers() {}

    /**
     * Reads a member.
     *
     * @throws ServiceErrorException if the value or a nested value is not of the member's type
     */
    static Object read(SdkField<?> field, JsonValue value, MemberPath path) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.STRING) {
            return expect(JsonString.class, value, path, "a string").value();
        } else if (type == MarshallingType.BOOLEAN) {
            return expect(JsonBoolean.class, value, path, "a boolean").value();
        } else if (type == MarshallingType.INTEGER) {
            return number(value, path, "a whole number of at most 32 bits", BigDecimal::intValueExact);
        } else if (type == MarshallingType.LONG) {
            return number(value, path, "a whole number of at most 64 bits", BigDecimal::longValueExact);
        } else if (type == MarshallingType.DOUBLE) {
            return number(value, path, "a number", BigDecimal::doubleValue);
        } else if (type == MarshallingType.INSTANT) {
            return number(value, path, "a timestamp in seconds since 1970", BodyMembers::instant);
        } else if (type == MarshallingType.LIST) {
            return list(field, expect(JsonArray.class, value, path, "an array"), path);
        } else if (type == MarshallingType.MAP) {
            return map(field, expect(JsonObject.class, value, path, "an object"), path);
        } else if (type == MarshallingType.SDK_POJO) {
            return structure(field, expect(JsonObject.class, value, path, "an object"), path);
        }
        throw new IllegalStateException(path + " has a type that no body was known to have: " + type);
    }

    private static List<Object> list(SdkField<?> field, JsonArray array, MemberPath path) {
        SdkField<?> item = field.getTrait(ListTrait.class).memberFieldInfo();
        List<Object> list = new ArrayList<>(array.items().size());
        for (int i = 0; i < array.items().size(); i++) {
            list.add(read(item, array.items().get(i), path.item(i)));
        }
        return list;
    }

    private static Map<String, Object> map(SdkField<?> field, JsonObject object, MemberPath path) {
        SdkField<?> valueField = field.getTrait(MapTrait.class).valueFieldInfo();
        Map<String, Object> map = new LinkedHashMap<>();
        object.members().forEach((key, value) -> map.put(key, read(valueField, value, path.entry(key))));
        return map;
    }

    private static Object structure(SdkField<?> field, JsonObject object, MemberPath path) {
        SdkPojo builder = field.constructor().get();
        for (SdkField<?> member : builder.sdkFields()) {
            object.get(member.locationName())
                    .filter(value -> !(value instanceof JsonNull))
                    .ifPresent(value -> member.set(builder, read(member, value, path.member(member.memberName()))));
        }
        return ((Buildable) builder).build();
    }

    private static Object number(
            JsonValue value, MemberPath path, String expected, Function<BigDecimal, Object> conversion) {
        try {
            return conversion.apply(
                    expect(JsonNumber.class, value, path, expected).value());
        } catch (ArithmeticException | DateTimeException e) {
            throw wrongType(value, path, expected);
        }
    }

    private static Instant instant(BigDecimal epochSeconds) {
        BigDecimal seconds = epochSeconds.setScale(0, RoundingMode.FLOOR);
        BigDecimal nanos = epochSeconds.subtract(seconds).movePointRight(9);
        return Instant.ofEpochSecond(seconds.longValueExact(), nanos.longValue());
    }

    private static <T extends JsonValue> T expect(Class<T> type, JsonValue value, MemberPath path, String expected) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw wrongType(value, path, expected);
    }

    private static ServiceErrorException wrongType(JsonValue value, MemberPath path, String expected) {
        return BadRequests.brokenConstraint(path, value, "Member must be " + expected + ", not " + value.kind())
                .asException();
    }
}
