package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/** Collects the named schemas of a document. Not thread-safe. */
public final class Components {
    private final Map<String, JsonValue> schemas = new TreeMap<>();
    private final Map<String, Schema> named = new TreeMap<>();

    /**
     * Adds the schema, unless it is there, and returns a reference to it.
     *
     * @throws IllegalStateException if another schema has this name
     */
    JsonObject reference(String name, Schema schema) {
        Schema earlier = named.putIfAbsent(name, schema);
        if (earlier == null) {
            schemas.put(name, schema.describe(this));
        } else if (!earlier.equals(schema)) {
            throw new IllegalStateException("Two schemas have the name " + name);
        }
        return new JsonBuilder().text("$ref", "#/components/schemas/" + name).toJson();
    }

    /** Returns the schemas by their names, sorted. */
    public JsonObject toJson() {
        return new JsonObject(schemas);
    }
}
