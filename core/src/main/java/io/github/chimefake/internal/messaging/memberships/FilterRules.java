package io.github.chimefake.internal.messaging.memberships;

import io.github.chimefake.internal.constraints.DocumentedConstraint;
import io.github.chimefake.internal.constraints.FilterRuleConstraints;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.chimesdkmessaging.model.AllowNotifications;
import software.amazon.awssdk.services.chimesdkmessaging.model.PushNotificationPreferences;

/**
 * Checks filter rules, which select FILTERED notifications. Documented: a JSON object of at most 2 KB, with lists of
 * exact strings, a complexity of at most 20 and at most 5 branches of an {@code $or}. Complexity is the number of keys
 * and values; the guide's example does not count {@code anything-but}. Assumed: neither does {@code $or} count; 400 for
 * FILTERED without a rule.
 */
final class FilterRules {
    private static final int MAX_BYTES = 2048;
    private static final int MAX_COMPLEXITY = 20;
    private static final int MAX_BRANCHES = 5;
    private static final String OR = "$or";
    private static final String ANYTHING_BUT = "anything-but";

    private FilterRules() {}

    /**
     * Checks the filter rule in the preferences.
     *
     * @param preferences the preferences in the request; null if absent
     * @throws ServiceErrorException 400 if the rule is missing, has another form or exceeds a limit
     */
    static void check(@Nullable PushNotificationPreferences preferences) {
        if (preferences == null) {
            return;
        }
        String rule = preferences.filterRule();
        if (rule == null) {
            require(
                    FilterRuleConstraints.FILTERED,
                    preferences.allowNotifications() != AllowNotifications.FILTERED,
                    "AllowNotifications is FILTERED, but there is no FilterRule");
            return;
        }
        int size = rule.getBytes(StandardCharsets.UTF_8).length;
        require(FilterRuleConstraints.SIZE, size <= MAX_BYTES, "The FilterRule has " + size + " bytes");
        int complexity = complexityOf(parse(rule));
        require(
                FilterRuleConstraints.COMPLEXITY,
                complexity <= MAX_COMPLEXITY,
                "The FilterRule has a complexity of " + complexity);
    }

    private static JsonValue parse(String rule) {
        try {
            return Json.parse(rule);
        } catch (MalformedJsonException malformed) {
            throw broken(FilterRuleConstraints.FORM, "The FilterRule is no JSON: " + malformed.getMessage());
        }
    }

    private static int complexityOf(JsonValue rule) {
        if (!(rule instanceof JsonObject object)) {
            throw form("A rule", rule);
        }
        int complexity = 0;
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            complexity += member.getKey().equals(OR)
                    ? complexityOfBranches(member.getValue())
                    : 1 + countValues(member.getKey(), member.getValue());
        }
        return complexity;
    }

    private static int complexityOfBranches(JsonValue branches) {
        List<JsonValue> items = items(OR, branches);
        require(
                FilterRuleConstraints.ALTERNATIVES,
                items.size() <= MAX_BRANCHES,
                "The FilterRule has an $or with " + items.size() + " branches");
        return items.stream().mapToInt(FilterRules::complexityOf).sum();
    }

    private static int countValues(String key, JsonValue values) {
        int count = 0;
        for (JsonValue value : items(key, values)) {
            count += value instanceof JsonString ? 1 : countExcluded(key, value);
        }
        return count;
    }

    /** Counts the values of an {@code anything-but}. Assumed: a single one need not be in a list. */
    private static int countExcluded(String key, JsonValue condition) {
        if (!(condition instanceof JsonObject object)
                || object.members().size() != 1
                || !object.members().containsKey(ANYTHING_BUT)) {
            throw form("A value of \"" + key + "\"", condition);
        }
        JsonValue excluded = object.members().get(ANYTHING_BUT);
        if (excluded instanceof JsonString) {
            return 1;
        }
        List<JsonValue> items = items(ANYTHING_BUT, excluded);
        items.stream().filter(item -> !(item instanceof JsonString)).findFirst().ifPresent(item -> {
            throw form("A value of \"" + ANYTHING_BUT + "\"", item);
        });
        return items.size();
    }

    private static List<JsonValue> items(String key, JsonValue list) {
        if (list instanceof JsonArray array) {
            return array.items();
        }
        throw form("\"" + key + "\"", list);
    }

    private static ServiceErrorException form(String what, JsonValue received) {
        return broken(FilterRuleConstraints.FORM, what + " in the FilterRule is " + received.kind());
    }

    private static void require(DocumentedConstraint constraint, boolean condition, String problem) {
        if (!condition) {
            throw broken(constraint, problem);
        }
    }

    private static ServiceErrorException broken(DocumentedConstraint constraint, String problem) {
        return constraint.broken(
                "The FilterRule is invalid.",
                problem + ". Expected a JSON object of at most " + MAX_BYTES + " bytes, with lists of strings or of "
                        + ANYTHING_BUT + ", at most " + MAX_COMPLEXITY + " keys and values and " + MAX_BRANCHES
                        + " branches in an $or.");
    }
}
