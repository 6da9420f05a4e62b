package io.github.chimefake.internal.messaging.memberships;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.chimesdkmessaging.model.AllowNotifications;
import software.amazon.awssdk.services.chimesdkmessaging.model.PushNotificationPreferences;

/**
 * Checks filter rules, which select FILTERED notifications. Documented: a JSON object of at most 2 KB, with a
 * complexity of at most 20 and at most 5 branches of an {@code $or}. Assumed: complexity counts distinct names and
 * values; 400 for FILTERED without a rule.
 */
final class FilterRules {
    private static final int MAX_BYTES = 2048;
    private static final int MAX_COMPLEXITY = 20;
    private static final int MAX_BRANCHES = 5;

    private FilterRules() {}

    /**
     * Checks the filter rule in the preferences.
     *
     * @param preferences the preferences in the request; null if absent
     * @throws ServiceErrorException 400 if the rule is missing or exceeds a limit
     */
    static void check(@Nullable PushNotificationPreferences preferences) {
        if (preferences == null) {
            return;
        }
        String rule = preferences.filterRule();
        if (rule == null) {
            require(
                    preferences.allowNotifications() != AllowNotifications.FILTERED,
                    "AllowNotifications is FILTERED, but there is no FilterRule");
            return;
        }
        int size = rule.getBytes(StandardCharsets.UTF_8).length;
        require(size <= MAX_BYTES, "The FilterRule has " + size + " bytes");
        try {
            JsonValue json = Json.parse(rule);
            require(json instanceof JsonObject, "The FilterRule is " + json.kind());
            Set<Object> words = new HashSet<>();
            collect(json, words);
            require(words.size() <= MAX_COMPLEXITY, "The FilterRule has a complexity of " + words.size());
        } catch (MalformedJsonException malformed) {
            throw error("The FilterRule is not JSON: " + malformed.getMessage());
        }
    }

    private static void collect(JsonValue value, Set<Object> words) {
        if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                words.add(member.getKey());
                if (member.getKey().equals("$or") && member.getValue() instanceof JsonArray branches) {
                    int count = branches.items().size();
                    require(count <= MAX_BRANCHES, "The FilterRule has an $or with " + count + " branches");
                }
                collect(member.getValue(), words);
            }
        } else if (value instanceof JsonArray array) {
            array.items().forEach(item -> collect(item, words));
        } else {
            words.add(value);
        }
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw error(problem);
        }
    }

    private static ServiceErrorException error(String problem) {
        return new ServiceError(
                        ChimeError.BAD_REQUEST,
                        "The FilterRule is invalid.",
                        problem + ". Expected a JSON object of at most " + MAX_BYTES + " bytes, with at most "
                                + MAX_COMPLEXITY + " distinct names and values and " + MAX_BRANCHES
                                + " branches in an $or.",
                        Provenance.DOCUMENTED)
                .asException();
    }
}
