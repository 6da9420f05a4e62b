package io.github.chimefake.internal.json;

/**
 * A JSON value, as RFC 8259 has it. Values are immutable and compare by content; what {@code toString()} gives is JSON
 * again.
 *
 * <pre>{@code
 * JsonValue value = Json.parse("{\"Content\":\"hello\"}");
 * if (value instanceof JsonObject object) {
 *     object.get("Content").ifPresent(System.out::println);
 * }
 * }</pre>
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    /** What kind of value this is, with its article, for use in messages: {@code an object}, {@code a string}. */
    String kind();

    /** This value as compact JSON; encode it as UTF-8 to send it. */
    default String toJson() {
        return JsonWriter.write(this);
    }

    /** This value as JSON for people: a line for each member and item, indented. */
    default String toIndentedJson() {
        return JsonWriter.writeIndented(this);
    }
}
