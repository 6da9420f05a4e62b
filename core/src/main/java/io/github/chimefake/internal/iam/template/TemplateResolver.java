package io.github.chimefake.internal.iam.template;

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
import java.util.Set;
import java.util.function.UnaryOperator;

/** Replaces the placeholders of a policy template. A placeholder that is left over is an error. */
public final class TemplateResolver {
    private static final String OPENING = "${";

    /** The Serverless Framework's sources of values, whose placeholders look like policy variables. */
    private static final Set<String> SOURCES_OF_DEPLOYMENTS = Set.of("self", "opt", "env", "sls", "cf", "param");

    private final List<UnaryOperator<String>> changes;

    public TemplateResolver(List<UnaryOperator<String>> changes) {
        this.changes = changes;
    }

    /** Returns the value with the placeholders replaced, in strings and in the names of members. */
    public JsonValue resolve(JsonValue value, String path) {
        if (value instanceof JsonString string) {
            return new JsonString(resolve(string.value(), path));
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> items = new ArrayList<>();
            for (JsonValue item : array.items()) {
                items.add(resolve(item, path + "[" + items.size() + "]"));
            }
            return new JsonArray(items);
        }
        if (value instanceof JsonObject object) {
            return IntrinsicFunction.isCalledBy(object)
                    ? new JsonString(resolve(IntrinsicFunction.text(object, path), path))
                    : resolveMembers(object, path);
        }
        return value;
    }

    private JsonObject resolveMembers(JsonObject object, String path) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            String resolved = resolve(name, path);
            if (members.put(resolved, resolve(value, path + "." + resolved)) != null) {
                throw PolicyErrors.at(
                        path,
                        "received two elements that are both " + MessageValues.quoted(resolved) + " once completed");
            }
        });
        return new JsonObject(members);
    }

    private String resolve(String text, String path) {
        String resolved = text;
        for (UnaryOperator<String> change : changes) {
            resolved = change.apply(resolved);
        }
        requireResolved(resolved, path);
        return resolved;
    }

    private static void requireResolved(String text, String path) {
        int from = 0;
        for (int closing = text.indexOf('}'); closing >= 0; closing = text.indexOf('}', from)) {
            String section = text.substring(from, closing);
            int opening = section.lastIndexOf(OPENING); // The innermost one, because the text around it is read by IAM.
            from = closing + 1;
            if (opening >= 0 && isPlaceholder(section.substring(opening + OPENING.length()))) {
                String placeholder = section.substring(opening) + "}";
                throw PolicyErrors.at(
                        path,
                        "received " + MessageValues.quoted(placeholder)
                                + ", which a deployment fills in. Give its value:" + " policy(…).replacing("
                                + MessageValues.quoted(placeholder) + ", …)");
            }
        }
    }

    /** Policy variables are not placeholders: they name a context key, with one colon after the service, or are an escape. */
    private static boolean isPlaceholder(String inner) {
        if (inner.equals("*") || inner.equals("?") || inner.equals("$")) {
            return false;
        }
        String key = inner.contains(",") ? inner.substring(0, inner.indexOf(',')) : inner;
        int colon = key.indexOf(':');
        return colon <= 0
                || key.startsWith("::", colon)
                || key.startsWith("Token[")
                || SOURCES_OF_DEPLOYMENTS.contains(key.substring(0, colon));
    }
}
