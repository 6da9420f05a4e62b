package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;

/**
 * Any JSON.
 *
 * @param description what it is
 */
public record AnySchema(String description) implements Schema {
    @Override
    public void check(JsonValue value, JsonPath path, SchemaErrors errors) {
        // Any value is valid.
    }

    @Override
    public JsonObject describe(Components components) {
        return new JsonBuilder().text("description", description).toJson();
    }

    @Override
    public String expected() {
        return "a JSON value";
    }
}
