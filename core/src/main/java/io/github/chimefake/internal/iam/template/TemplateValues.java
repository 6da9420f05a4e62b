package io.github.chimefake.internal.iam.template;

import io.github.chimefake.internal.iam.syntax.PolicyErrors;
import io.github.chimefake.internal.iam.syntax.Quoted;
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

/** Completes the strings of a policy: what a template leaves open is filled in, and nothing is left open. */
public final class TemplateValues {
    private static final String OPENING = "${";

    /** The Serverless Framework's sources of values, whose placeholders look like policy variables. */
    private static final Set<String> SOURCES_OF_DEPLOYMENTS = Set.of("self", "opt", "env", "sls", "cf", "param");

    private final List<UnaryOperator<String>> changes;

    public TemplateValues(List<UnaryOperator<String>> changes) {
        this.changes = changes;
    }

    /** The value with its strings and the names of its members completed. */
    public JsonValue complete(JsonValue value, String path) {
        if (value instanceof JsonString string) {
            return new JsonString(complete(string.value(), path));
        }
        if (value instanceof JsonArray array) {
            List<JsonValue> items = new ArrayList<>();
            for (JsonValue item : array.items()) {
                items.add(complete(item, path + "[" + items.size() + "]"));
            }
            return new JsonArray(items);
        }
        if (value instanceof JsonObject object) {
            return TemplateFunction.isCalledBy(object)
                    ? new JsonString(complete(TemplateFunction.text(object, path), path))
                    : completeMembers(object, path);
        }
        return value;
    }

    private JsonObject completeMembers(JsonObject object, String path) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            String completed = complete(name, path);
            if (members.put(completed, complete(value, path + "." + completed)) != null) {
                throw PolicyErrors.at(
                        path, "received two elements that are both " + Quoted.value(completed) + " once completed");
            }
        });
        return new JsonObject(members);
    }

    private String complete(String text, String path) {
        String completed = text;
        for (UnaryOperator<String> change : changes) {
            completed = change.apply(completed);
        }
        requireComplete(completed, path);
        return completed;
    }

    private static void requireComplete(String text, String path) {
        int from = 0;
        for (int closing = text.indexOf('}'); closing >= 0; closing = text.indexOf('}', from)) {
            String section = text.substring(from, closing);
            int opening = section.lastIndexOf(OPENING); // The innermost: what stands around it is for IAM to read.
            from = closing + 1;
            if (opening >= 0 && isPlaceholder(section.substring(opening + OPENING.length()))) {
                String placeholder = section.substring(opening) + "}";
                throw PolicyErrors.at(
                        path,
                        "received " + Quoted.value(placeholder)
                                + ", which a deployment fills in. Give its value:" + " policy(…).replacing("
                                + Quoted.value(placeholder) + ", …)");
            }
        }
    }

    /** A policy variable names a context key, which has one colon behind its service; escapes are single characters. */
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
