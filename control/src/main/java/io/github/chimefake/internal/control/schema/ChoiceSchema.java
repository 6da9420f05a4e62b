package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An object of one of several forms, which one of its members tells apart.
 *
 * @param description what it is
 * @param discriminator the name of the member, a string, that says which form it has
 * @param choices the other members by the value of that member
 */
public record ChoiceSchema(String description, String discriminator, Map<String, ObjectSchema> choices)
        implements Schema {
    public ChoiceSchema {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }

    @Override
    public void check(JsonValue value, JsonPath path, SchemaErrors errors) {
        if (!(value instanceof JsonObject object)) {
            errors.add(path, value, expected());
            return;
        }
        JsonValue kind = object.get(discriminator).orElse(null);
        if (kind == null) {
            errors.add(path.member(discriminator), "it is missing; expected " + kinds().expected());
            return;
        }
        ObjectSchema choice = kind instanceof JsonString text ? choices.get(text.value()) : null;
        if (choice == null) {
            kinds().check(kind, path.member(discriminator), errors);
        } else {
            complete(((JsonString) kind).value(), choice).check(value, path, errors);
        }
    }

    private StringSchema kinds() {
        return Schema.oneOf("Which of these it is.", List.copyOf(choices.keySet()));
    }

    private ObjectSchema complete(String kind, ObjectSchema choice) {
        return Schema.object(choice.description())
                .required(discriminator, Schema.oneOf("Which of these it is.", List.of(kind)))
                .including(choice)
                .exactlyOneOf(choice.exclusive().toArray(String[]::new));
    }

    @Override
    public JsonObject describe(Components components) {
        List<JsonValue> alternatives = new ArrayList<>();
        choices.forEach(
                (kind, choice) -> alternatives.add(complete(kind, choice).describe(components)));
        return new JsonBuilder()
                .text("description", description)
                .items("oneOf", alternatives)
                .toJson();
    }

    @Override
    public String expected() {
        return "an object with " + discriminator;
    }
}
