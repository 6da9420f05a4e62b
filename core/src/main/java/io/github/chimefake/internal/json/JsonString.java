package io.github.chimefake.internal.json;

/**
 * A JSON string.
 *
 * @param value the text, without quotes and escapes
 */
public record JsonString(String value) implements JsonValue {
    @Override
    public String kind() {
        return "a string";
    }

    @Override
    public String toString() {
        return toJson();
    }
}
