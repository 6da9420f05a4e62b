package io.github.chimefake.internal.control.sdk;

import io.github.chimefake.internal.control.schema.InvalidFieldException;
import io.github.chimefake.internal.control.schema.JsonPath;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNull;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.text.NearestName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Reads the JSON of the service into the SDK's classes: names in AWS's spelling, timestamps in seconds since 1970. Unlike the service,
 * it rejects unknown members, which are mistakes here.
 */
final class SdkReader {
    private static final Map<MarshallingType<?>, Scalar> SCALARS = Map.of(
            MarshallingType.STRING,
                    (value, path) ->
                            expect(JsonString.class, value, path, "a string").value(),
            MarshallingType.BOOLEAN,
                    (value, path) -> expect(JsonBoolean.class, value, path, "true or false")
                            .value(),
            MarshallingType.INTEGER, number("a whole number of at most 32 bits", BigDecimal::intValueExact),
            MarshallingType.LONG, number("a whole number of at most 64 bits", BigDecimal::longValueExact),
            MarshallingType.DOUBLE, number("a number", BigDecimal::doubleValue),
            MarshallingType.INSTANT, number("a timestamp in seconds since 1970", SdkReader::instant));

    private SdkReader() {}

    /** Reads a value of a type without parts. */
    @FunctionalInterface
    private interface Scalar {
        Object read(JsonValue value, JsonPath path);
    }

    /** Returns a structure with the members of the object. */
    static Object structure(SdkPojo builder, JsonObject object, JsonPath path) {
        Map<String, SdkField<?>> fields = fields(builder);
        object.members().forEach((name, value) -> {
            if (!(value instanceof JsonNull)) {
                SdkField<?> field = require(fields, name, path);
                field.set(builder, value(field, value, path.member(name)));
            }
        });
        return ((Buildable) builder).build();
    }

    static Map<String, SdkField<?>> fields(SdkPojo structure) {
        return structure.sdkFields().stream()
                .collect(Collectors.toMap(
                        SdkField::memberName, field -> field, (one, other) -> one, LinkedHashMap::new));
    }

    /** Returns the field of this name. */
    static SdkField<?> require(Map<String, SdkField<?>> fields, String name, JsonPath path) {
        return Optional.<SdkField<?>>ofNullable(fields.get(name))
                .orElseThrow(() -> new InvalidFieldException(
                        path.member(name),
                        "it is not known; expected one of " + String.join(", ", fields.keySet())
                                + NearestName.similarTo(name, fields.keySet())
                                        .map(nearest -> ". Did you mean " + nearest + "?")
                                        .orElse("")));
    }

    /** Returns the value of a field. */
    static Object value(SdkField<?> field, JsonValue value, JsonPath path) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.LIST) {
            return list(field, expect(JsonArray.class, value, path, "an array"), path);
        } else if (type == MarshallingType.MAP) {
            return map(field, expect(JsonObject.class, value, path, "an object"), path);
        } else if (type == MarshallingType.SDK_POJO) {
            return structure(field.constructor().get(), expect(JsonObject.class, value, path, "an object"), path);
        }
        return Optional.ofNullable(SCALARS.get(type))
                .orElseThrow(() -> new IllegalStateException(path + " has an unknown type: " + type))
                .read(value, path);
    }

    private static List<Object> list(SdkField<?> field, JsonArray array, JsonPath path) {
        SdkField<?> item = field.getTrait(ListTrait.class).memberFieldInfo();
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < array.items().size(); i++) {
            list.add(value(item, array.items().get(i), path.item(i)));
        }
        return list;
    }

    private static Map<String, Object> map(SdkField<?> field, JsonObject object, JsonPath path) {
        SdkField<?> item = field.getTrait(MapTrait.class).valueFieldInfo();
        Map<String, Object> map = new LinkedHashMap<>();
        object.members().forEach((key, value) -> map.put(key, value(item, value, path.member(key))));
        return map;
    }

    private static Scalar number(String expected, Function<BigDecimal, Object> conversion) {
        return (value, path) -> {
            try {
                return conversion.apply(
                        expect(JsonNumber.class, value, path, expected).value());
            } catch (ArithmeticException | DateTimeException outOfRange) {
                throw unexpected(value, path, expected);
            }
        };
    }

    private static Instant instant(BigDecimal epochSeconds) {
        BigDecimal seconds = epochSeconds.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                seconds.longValueExact(),
                epochSeconds.subtract(seconds).movePointRight(9).longValue());
    }

    private static <T extends JsonValue> T expect(Class<T> type, JsonValue value, JsonPath path, String expected) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw unexpected(value, path, expected);
    }

    private static InvalidFieldException unexpected(JsonValue value, JsonPath path, String expected) {
        return new InvalidFieldException(path, value.kind() + " was received; expected " + expected);
    }
}
