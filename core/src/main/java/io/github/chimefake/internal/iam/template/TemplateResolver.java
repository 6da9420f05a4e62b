package io.github.chimefake.internal.iam.template;

import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.internal.iam.syntax.MessageValues;
import io.github.chimefake.internal.iam.syntax.PolicyErrors;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Evaluates the functions of a policy template and replaces its placeholders. A placeholder that is left over is an error. */
public final class TemplateResolver {
    private final Placeholders placeholders;
    private final PolicySource source;

    public TemplateResolver(List<UnaryOperator<String>> changes) {
        this.placeholders = new Placeholders(changes);
        this.source = new PolicySource(placeholders);
    }

    /**
     * Returns the policy that the text has or contains, without functions and placeholders.
     *
     * @throws InvalidPolicyException if it is not JSON, or if a placeholder is left
     */
    public JsonValue resolve(String text) {
        IntrinsicFunctions functions = new IntrinsicFunctions(placeholders);
        return resolve(functions.evaluate(source.document(text), "$").orElse(JsonObject.EMPTY), "$");
    }

    private JsonValue resolve(JsonValue value, String path) {
        if (value instanceof JsonString string) {
            return new JsonString(placeholders.required(string.value(), path));
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> items = new ArrayList<>();
            for (JsonValue item : array.items()) {
                items.add(resolve(item, path + "[" + items.size() + "]"));
            }
            return new JsonArray(items);
        }
        return value instanceof JsonObject object ? resolveMembers(object, path) : value;
    }

    private JsonObject resolveMembers(JsonObject object, String path) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            String resolved = placeholders.required(name, path);
            if (members.put(resolved, resolve(value, path + "." + resolved)) != null) {
                throw PolicyErrors.at(
                        path,
                        "received two elements that are both " + MessageValues.quoted(resolved) + " once completed");
            }
        });
        return new JsonObject(members);
    }
}
