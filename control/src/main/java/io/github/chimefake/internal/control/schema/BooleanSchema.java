package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;

/**
 * {@code true} or {@code false}.
 *
 * @param description what it says
 */
public record BooleanSchema(String description) implements Schema {
    @Override
    public void check(JsonValue value, JsonPath path, SchemaErrors errors) {
        if (!(value instanceof JsonBoolean)) {
            errors.add(path, value, expected());
        }
    }

    @Override
    public JsonObject describe(Components components) {
        return new JsonBuilder()
                .text("type", "boolean")
                .text("description", description)
                .toJson();
    }

    @Override
    public String expected() {
        return "true or false";
    }
}
