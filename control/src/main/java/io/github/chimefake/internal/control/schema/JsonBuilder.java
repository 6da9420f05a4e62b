package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a JSON object, member by member. Not thread-safe. */
public final class JsonBuilder {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    /** Adds a member. */
    public JsonBuilder put(String name, JsonValue value) {
        members.put(name, value);
        return this;
    }

    /** Adds a string. */
    public JsonBuilder text(String name, String value) {
        return put(name, new JsonString(value));
    }

    /** Adds a string if there is one. */
    public JsonBuilder text(String name, Optional<String> value) {
        value.ifPresent(text -> text(name, text));
        return this;
    }

    /** Adds a whole number. */
    public JsonBuilder number(String name, long value) {
        return put(name, JsonNumber.of(value));
    }

    /** Adds a boolean. */
    public JsonBuilder flag(String name, boolean value) {
        return put(name, new JsonBoolean(value));
    }

    /** Adds an instant in ISO 8601. */
    public JsonBuilder instant(String name, Instant value) {
        return text(name, value.toString());
    }

    /** Adds a duration in ISO 8601. */
    public JsonBuilder duration(String name, Duration value) {
        return text(name, value.toString());
    }

    /** Adds an array of strings. */
    public JsonBuilder texts(String name, List<String> values) {
        return items(name, values.stream().map(JsonString::new).toList());
    }

    /** Adds an array. */
    public JsonBuilder items(String name, List<? extends JsonValue> values) {
        return put(name, new JsonArray(List.copyOf(values)));
    }

    /** Adds an object of strings. */
    public JsonBuilder texts(String name, Map<String, String> values) {
        JsonBuilder object = new JsonBuilder();
        values.forEach(object::text);
        return put(name, object.toJson());
    }

    /** Returns the object. */
    public JsonObject toJson() {
        return new JsonObject(members);
    }
}
