package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;

/**
 * A schema that the document contains once.
 *
 * @param name its name in the document
 * @param schema the schema
 */
public record NamedSchema(String name, Schema schema) implements Schema {
    @Override
    public void check(JsonValue value, JsonPath path, SchemaErrors errors) {
        schema.check(value, path, errors);
    }

    @Override
    public JsonObject describe(Components components) {
        return components.reference(name, schema);
    }

    @Override
    public String expected() {
        return schema.expected();
    }
}
