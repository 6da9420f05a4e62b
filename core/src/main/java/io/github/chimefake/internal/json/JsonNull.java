package io.github.chimefake.internal.json;

/** The JSON value {@code null}. */
public record JsonNull() implements JsonValue {
    @Override
    public String kind() {
        return "null";
    }

    @Override
    public String toString() {
        return toJson();
    }
}
