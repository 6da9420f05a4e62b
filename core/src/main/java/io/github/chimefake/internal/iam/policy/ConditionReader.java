package io.github.chimefake.internal.iam.policy;

import static io.github.chimefake.internal.iam.syntax.PolicyJson.forEachItem;
import static io.github.chimefake.internal.iam.syntax.PolicyJson.object;
import static io.github.chimefake.internal.iam.syntax.PolicyJson.quote;
import static io.github.chimefake.internal.iam.syntax.PolicyJson.unexpected;

import io.github.chimefake.internal.iam.condition.Condition;
import io.github.chimefake.internal.iam.condition.ConditionOperator;
import io.github.chimefake.internal.iam.condition.PolicyValue;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.policy.ParsedPolicy.Version;
import io.github.chimefake.internal.iam.syntax.PolicyErrors;
import io.github.chimefake.internal.iam.syntax.UnreadableValueException;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the conditions of statements. */
final class ConditionReader {
    private final Version version;

    ConditionReader(Version version) {
        this.version = version;
    }

    /** Returns the conditions of a block, which may be empty. */
    List<Condition> read(JsonValue block, String path) {
        List<Condition> conditions = new ArrayList<>();
        object(block, path).members().forEach((name, keys) -> {
            String operatorPath = path + "." + name;
            ConditionOperator operator = operator(name, operatorPath);
            conditions.addAll(conditions(operator, object(keys, operatorPath), operatorPath));
        });
        return conditions;
    }

    /** Returns the objects of a block that are empty, for example {@code Condition.Bool}. */
    static List<String> emptyObjects(JsonValue block) {
        if (block.equals(JsonObject.EMPTY)) {
            return List.of("Condition");
        }
        return object(block, "Condition").members().entrySet().stream()
                .filter(operator -> operator.getValue().equals(JsonObject.EMPTY))
                .map(operator -> "Condition." + operator.getKey())
                .toList();
    }

    private static ConditionOperator operator(String name, String path) {
        try {
            return ConditionOperator.parse(name);
        } catch (UnreadableValueException e) {
            throw PolicyErrors.at(path, "received " + quote(new JsonString(name)) + ", expected " + e.getMessage());
        }
    }

    private List<Condition> conditions(ConditionOperator operator, JsonObject keys, String path) {
        List<Condition> conditions = new ArrayList<>();
        Set<String> foldedKeys = new HashSet<>();
        keys.members().forEach((key, values) -> {
            String keyPath = path + "." + key;
            if (key.isEmpty()) {
                throw PolicyErrors.at(
                        keyPath, "received an empty condition key, expected one, for example \"aws:SecureTransport\"");
            }
            if (!foldedKeys.add(RequestContext.folded(key))) {
                throw PolicyErrors.at(
                        keyPath,
                        "received this condition key twice, in different case, which makes no difference; put all"
                                + " its values into one list");
            }
            Condition.Builder condition = new Condition.Builder(operator, key);
            if (!isEmptyList(values)) {
                forEachItem(values, keyPath, (value, valuePath) -> add(condition, value, valuePath));
            }
            conditions.add(condition.build());
        });
        return conditions;
    }

    /** IAM accepts an empty list here, unlike in other elements. */
    private static boolean isEmptyList(JsonValue values) {
        return values instanceof JsonArray array && array.items().isEmpty();
    }

    private void add(Condition.Builder condition, JsonValue value, String path) {
        try {
            String text = text(value, path);
            condition.add(version == Version.V2012_10_17 ? PolicyValue.withVariables(text) : PolicyValue.plain(text));
        } catch (UnreadableValueException e) {
            throw PolicyErrors.at(path, "received " + quote(value) + ", expected " + e.getMessage());
        }
    }

    private static String text(JsonValue value, String path) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        if (value instanceof JsonBoolean bool) {
            return String.valueOf(bool.value());
        }
        if (value instanceof JsonNumber number) {
            return number.value().toPlainString();
        }
        throw unexpected(value, path, "a string, a number, a boolean, or a list of these");
    }
}
