package io.github.chimefake.internal.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object.
 *
 * @param members the members by name, in the order of the text
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
    /** The object without members. */
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Returns the value of the member; empty if there is no such member. A JSON {@code null} is not empty. */
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    @Override
    public String kind() {
        return "an object";
    }

    @Override
    public String toString() {
        return toJson();
    }
}
