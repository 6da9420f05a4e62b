package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;

/**
 * An array.
 *
 * @param description what it lists
 * @param item its items
 * @param min the lowest valid number of items
 * @param max the highest valid number of items
 */
public record ArraySchema(String description, Schema item, int min, int max) implements Schema {
    static ArraySchema of(String description, Schema item) {
        return new ArraySchema(description, item, 0, Integer.MAX_VALUE);
    }

    /** Returns this schema with these limits on the number of items. */
    public ArraySchema size(int fewest, int most) {
        return new ArraySchema(description, item, fewest, most);
    }

    @Override
    public void check(JsonValue value, JsonPath path, SchemaErrors errors) {
        if (!(value instanceof JsonArray array)) {
            errors.add(path, value, expected());
            return;
        }
        int size = array.items().size();
        if (size < min || size > max) {
            errors.add(path, size + " items were received; expected " + sizes());
        }
        for (int i = 0; i < size; i++) {
            item.check(array.items().get(i), path.item(i), errors);
        }
    }

    private String sizes() {
        return max == Integer.MAX_VALUE ? "at least " + min : min + " to " + max;
    }

    @Override
    public JsonObject describe(Components components) {
        JsonBuilder keywords = new JsonBuilder()
                .text("type", "array")
                .text("description", description)
                .put("items", item.describe(components));
        if (min > 0) {
            keywords.number("minItems", min);
        }
        if (max < Integer.MAX_VALUE) {
            keywords.number("maxItems", max);
        }
        return keywords.toJson();
    }

    @Override
    public String expected() {
        return "an array";
    }
}
