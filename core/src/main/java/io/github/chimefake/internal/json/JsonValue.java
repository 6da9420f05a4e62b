package io.github.chimefake.internal.json;

/**
 * A JSON value as defined by RFC 8259. Values are immutable and compared by content. {@code toString()} returns JSON.
 * <pre>{@code
 * JsonValue value = Json.parse("{\"Content\":\"hello\"}");
 * if (value instanceof JsonObject object) {
 *     object.get("Content").ifPresent(System.out::println);
 * }
 * }</pre>
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    /** Returns the kind of value with its article, for messages, for example {@code an object}, {@code a string}. */
    String kind();

    /** Returns this value as compact JSON. It must be encoded as UTF-8. */
    default String toJson() {
        return JsonWriter.write(this);
    }

    /** Returns this value as indented JSON, with a line for each member and item. */
    default String toIndentedJson() {
        return JsonWriter.writeIndented(this);
    }
}
