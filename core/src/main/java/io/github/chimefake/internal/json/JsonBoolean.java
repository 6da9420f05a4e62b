package io.github.chimefake.internal.json;

/**
 * {@code true} or {@code false}.
 *
 * @param value the value
 */
public record JsonBoolean(boolean value) implements JsonValue {
    @Override
    public String kind() {
        return "a boolean";
    }

    @Override
    public String toString() {
        return toJson();
    }
}
