package io.github.chimefake.internal.state;

import static java.util.Collections.unmodifiableMap;

import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.access.callers.IssuedKey;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.iam.policy.PolicyKindNames;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.permissions.AttachedPolicy;
import io.github.chimefake.state.StoredCaller;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A caller as a value, without its secrets. */
record CallerValue(
        String uniqueId,
        String principalArn,
        Map<String, String> tags,
        Map<String, List<String>> contextKeys,
        List<String> policies,
        List<StoredAccessKey> accessKeys)
        implements StoredCaller {
    /** Numbers of access keys are in their last characters, in the order in which they were issued. */
    private static final Comparator<IssuedKey> ORDER =
            Comparator.comparing(key -> key.caller().accessKeyId().substring(4));

    /** Returns all callers, sorted by their unique identifiers. */
    static List<StoredCaller> all(Contents contents) {
        Map<String, List<IssuedKey>> byCaller = new TreeMap<>();
        contents.keys().stream()
                .sorted(ORDER)
                .forEach(key -> byCaller.computeIfAbsent(key.caller().uniqueId(), uniqueId -> new ArrayList<>())
                        .add(key));
        return byCaller.values().stream()
                .<StoredCaller>map(keys -> of(contents, keys))
                .toList();
    }

    private static CallerValue of(Contents contents, List<IssuedKey> keys) {
        Caller caller = keys.stream()
                .filter(IssuedKey::current)
                .map(IssuedKey::caller)
                .findFirst()
                .orElseThrow();
        return new CallerValue(
                caller.uniqueId(),
                caller.principalArn(),
                caller.tags(),
                contextKeys(caller),
                contents.policies().stream()
                        .filter(policy -> appliesTo(policy, caller))
                        .map(CallerValue::name)
                        .sorted()
                        .toList(),
                keys.stream().<StoredAccessKey>map(AccessKeyValue::of).toList());
    }

    private static Map<String, List<String>> contextKeys(Caller caller) {
        Map<String, List<String>> keys = new TreeMap<>();
        caller.contextKeys().forEach((key, values) -> keys.put(key, List.copyOf(values)));
        return unmodifiableMap(keys);
    }

    private static boolean appliesTo(AttachedPolicy policy, Caller caller) {
        return policy.caller().identityArn().equals(caller.identityArn())
                && (policy.kind() != PolicyKind.SESSION
                        || policy.caller().uniqueId().equals(caller.uniqueId()));
    }

    private static String name(AttachedPolicy policy) {
        return PolicyKindNames.of(policy.kind()).noun() + " \""
                + policy.policy().name() + "\""
                + policy.level().map(level -> " of " + level).orElse("");
    }

    JsonObject json() {
        return new JsonMembers()
                .text("uniqueId", uniqueId)
                .text("principalArn", principalArn)
                .map("tags", tags, JsonString::new)
                .map("contextKeys", contextKeys, CallerValue::array)
                .texts("policies", policies)
                .list("accessKeys", accessKeys, AccessKeyValue::json)
                .toObject();
    }

    private static JsonArray array(List<String> values) {
        return new JsonArray(values.stream().<JsonValue>map(JsonString::new).toList());
    }

    @Override
    public String toString() {
        return principalArn;
    }
}
