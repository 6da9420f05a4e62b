package io.github.chimefake.internal.iam.syntax;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Reads the parts of a policy. Errors name the path, what was received and what was expected. */
public final class PolicyJson {
    private PolicyJson() {}

    /** Rejects unknown members. */
    public static void checkMembers(JsonObject object, String path, List<String> known) {
        for (String name : object.members().keySet()) {
            if (!known.contains(name)) {
                throw PolicyErrors.at(path + "." + name, "received an element that " + advice(name, known));
            }
        }
    }

    private static String advice(String name, List<String> known) {
        if (name.equals("Principal") || name.equals("NotPrincipal")) {
            return "only resource-based policies have. A policy of the other kinds is attached to its principal: remove it";
        }
        return "is not known here, expected "
                + known.stream()
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .map(meant -> "\"" + meant + "\", in this spelling")
                        .orElseGet(() -> "one of " + known.stream().collect(joining(", ")));
    }

    public static JsonValue required(JsonObject object, String path, String name) {
        return object.get(name)
                .orElseThrow(() -> PolicyErrors.at(
                        path,
                        "received an object without " + name + ", expected one with "
                                + (name.equals("Effect") ? "\"Effect\": \"Allow\" or \"Deny\"" : name)));
    }

    public static Optional<String> optionalString(JsonObject object, String path, String name) {
        return object.get(name).map(value -> string(value, path + "." + name));
    }

    public static String string(JsonValue value, String path) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw unexpected(value, path, "a string");
    }

    public static JsonObject object(JsonValue value, String path) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw unexpected(value, path, "an object");
    }

    /** Reads one of the values of an element. */
    @FunctionalInterface
    public interface ItemReader {
        void read(JsonValue value, String path);
    }

    /** Reads a value, or each value of a list. */
    public static void forEachItem(JsonValue value, String path, ItemReader reader) {
        if (!(value instanceof JsonArray array)) {
            reader.read(value, path);
            return;
        }
        List<JsonValue> items = array.items();
        if (items.isEmpty()) {
            throw PolicyErrors.at(path, "received an empty list, expected at least one value");
        }
        for (int index = 0; index < items.size(); index++) {
            reader.read(items.get(index), path + "[" + index + "]");
        }
    }

    public static InvalidPolicyException unexpected(JsonValue value, String path, String expected) {
        return PolicyErrors.at(path, "received " + value.kind() + ", " + quote(value) + ", expected " + expected);
    }

    /** Returns the value as shortened JSON. */
    public static String quote(JsonValue value) {
        return MessageValues.shortened(value.toJson());
    }
}
