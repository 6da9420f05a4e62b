package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a JSON value may be. The same value checks what is received and describes it in the OpenAPI document.
 *
 * <pre>{@code
 * Schema body = Schema.object("How far the clock is advanced.").required("duration", Schema.duration("How far."));
 * }</pre>
 *
 * <p>Immutable.
 */
public sealed interface Schema
        permits AnySchema,
                ArraySchema,
                BooleanSchema,
                ChoiceSchema,
                MapSchema,
                NamedSchema,
                NumberSchema,
                ObjectSchema,
                StringSchema {

    /** Adds an error for each part of the value that is not valid. */
    void check(JsonValue value, JsonPath path, SchemaErrors errors);

    /** Returns this schema in JSON Schema 2020-12. */
    JsonObject describe(Components components);

    /** Returns what is valid, for messages, for example {@code a string}. */
    String expected();

    /** Returns a schema of any string. */
    static StringSchema string(String description) {
        return StringSchema.of(description);
    }

    /** Returns a schema of one of these strings. */
    static StringSchema oneOf(String description, List<String> values) {
        return StringSchema.of(description).values(values);
    }

    /** Returns a schema of the names of the enum's constants. */
    static <E extends Enum<E>> StringSchema names(String description, Class<E> type) {
        return oneOf(
                description, Stream.of(type.getEnumConstants()).map(Enum::name).toList());
    }

    /** Returns a schema of a duration in ISO 8601, for example {@code PT16M}. */
    static StringSchema duration(String description) {
        return StringSchema.of(description).text(StringSchema.Text.DURATION);
    }

    /** Returns a schema of an instant in ISO 8601 in UTC, for example {@code 2026-01-31T12:00:00Z}. */
    static StringSchema instant(String description) {
        return StringSchema.of(description).text(StringSchema.Text.INSTANT);
    }

    /** Returns a schema of whole numbers. */
    static NumberSchema integer(String description, long min, long max) {
        return new NumberSchema(description, true, BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    /** Returns a schema of numbers. */
    static NumberSchema number(String description, double min, double max) {
        return new NumberSchema(description, false, BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    /** Returns a schema of {@code true} and {@code false}. */
    static BooleanSchema bool(String description) {
        return new BooleanSchema(description);
    }

    /** Returns a schema of arrays with such items. */
    static ArraySchema array(String description, Schema item) {
        return ArraySchema.of(description, item);
    }

    /** Returns a schema of objects whose members have any names and such values. */
    static MapSchema map(String description, Schema value) {
        return new MapSchema(description, value);
    }

    /** Returns a schema of objects without members, to which members are added. */
    static ObjectSchema object(String description) {
        return ObjectSchema.of(description);
    }

    /** Returns a schema of objects that one of their members, a string, tells apart. */
    static ChoiceSchema choice(String description, String discriminator, Map<String, ObjectSchema> choices) {
        return new ChoiceSchema(description, discriminator, choices);
    }

    /** Returns a schema of any JSON, for documents whose form another program defines, such as IAM policies. */
    static AnySchema any(String description) {
        return new AnySchema(description);
    }

    /** Returns the schema under a name, so that the document contains it once. */
    static NamedSchema named(String name, Schema schema) {
        return new NamedSchema(name, schema);
    }
}
