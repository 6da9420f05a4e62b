package io.github.chimefake.internal.json;

import java.util.List;

/**
 * A JSON array.
 *
 * @param items the items in order
 */
public record JsonArray(List<JsonValue> items) implements JsonValue {
    public JsonArray {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "an array";
    }

    @Override
    public String toString() {
        return toJson();
    }
}
