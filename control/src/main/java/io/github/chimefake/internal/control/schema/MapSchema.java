package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;

/**
 * An object whose members have any names.
 *
 * @param description what it maps to what
 * @param value the values
 */
public record MapSchema(String description, Schema value) implements Schema {
    @Override
    public void check(JsonValue received, JsonPath path, SchemaErrors errors) {
        if (received instanceof JsonObject object) {
            object.members().forEach((name, member) -> value.check(member, path.member(name), errors));
        } else {
            errors.add(path, received, expected());
        }
    }

    @Override
    public JsonObject describe(Components components) {
        return new JsonBuilder()
                .text("type", "object")
                .text("description", description)
                .put("additionalProperties", value.describe(components))
                .toJson();
    }

    @Override
    public String expected() {
        return "an object";
    }
}
