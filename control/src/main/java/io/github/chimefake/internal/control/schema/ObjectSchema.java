package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An object with these members and no others.
 *
 * @param description what it is
 * @param members the schemas of its members
 * @param required the members that must be there
 * @param exclusive the members of which exactly one must be there; none if any may be
 */
public record ObjectSchema(
        String description, Map<String, Schema> members, List<String> required, List<String> exclusive)
        implements Schema {

    public ObjectSchema {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        required = List.copyOf(required);
        exclusive = List.copyOf(exclusive);
    }

    static ObjectSchema of(String description) {
        return new ObjectSchema(description, Map.of(), List.of(), List.of());
    }

    /** Returns this schema with another member. */
    public ObjectSchema optional(String name, Schema schema) {
        Map<String, Schema> more = new LinkedHashMap<>(members);
        if (more.put(name, schema) != null) {
            throw new IllegalArgumentException("The member " + name + " is there already");
        }
        return new ObjectSchema(description, more, required, exclusive);
    }

    /** Returns this schema with another member, which must be there. */
    public ObjectSchema required(String name, Schema schema) {
        List<String> more = new ArrayList<>(required);
        more.add(name);
        return new ObjectSchema(description, optional(name, schema).members, more, exclusive);
    }

    /** Returns this schema with all members of another one. */
    public ObjectSchema including(ObjectSchema other) {
        ObjectSchema result = this;
        for (Map.Entry<String, Schema> member : other.members.entrySet()) {
            result = other.required.contains(member.getKey())
                    ? result.required(member.getKey(), member.getValue())
                    : result.optional(member.getKey(), member.getValue());
        }
        return result;
    }

    /** Returns this schema for objects that have exactly one of these members, which were added as optional. */
    public ObjectSchema exactlyOneOf(String... names) {
        return new ObjectSchema(description, members, required, List.of(names));
    }

    @Override
    public void check(JsonValue value, JsonPath path, SchemaErrors errors) {
        if (!(value instanceof JsonObject object)) {
            errors.add(path, value, expected());
            return;
        }
        for (String name : required) {
            if (object.get(name).isEmpty()) {
                errors.add(
                        path.member(name),
                        "it is missing; expected " + member(name).expected());
            }
        }
        if (!exclusive.isEmpty()
                && exclusive.stream().filter(object.members()::containsKey).count() != 1) {
            errors.add(path, "expected exactly one of " + String.join(", ", exclusive));
        }
        object.members().forEach((name, member) -> {
            if (members.containsKey(name)) {
                member(name).check(member, path.member(name), errors);
            } else {
                errors.add(path.member(name), "it is not known; " + valid() + Suggestion.of(name, members.keySet()));
            }
        });
    }

    private Schema member(String name) {
        Schema schema = members.get(name);
        if (schema == null) {
            throw new IllegalArgumentException("There is no member " + name);
        }
        return schema;
    }

    private String valid() {
        return members.isEmpty() ? "expected an empty object" : "expected " + String.join(", ", members.keySet());
    }

    @Override
    public JsonObject describe(Components components) {
        JsonBuilder properties = new JsonBuilder();
        members.forEach((name, schema) -> properties.put(name, schema.describe(components)));
        JsonBuilder keywords = new JsonBuilder()
                .text("type", "object")
                .text("description", description)
                .put("properties", properties.toJson());
        if (!required.isEmpty()) {
            keywords.texts("required", required);
        }
        if (!exclusive.isEmpty()) {
            keywords.items(
                    "oneOf",
                    exclusive.stream()
                            .map(name -> new JsonBuilder()
                                    .texts("required", List.of(name))
                                    .toJson())
                            .toList());
        }
        return keywords.put("additionalProperties", new JsonBoolean(false)).toJson();
    }

    @Override
    public String expected() {
        return members.isEmpty() ? "an empty object" : "an object with " + String.join(", ", members.keySet());
    }
}
