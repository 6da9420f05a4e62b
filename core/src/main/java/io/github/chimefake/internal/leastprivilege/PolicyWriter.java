package io.github.chimefake.internal.leastprivilege;

import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a policy that allows exactly the given actions on the given resources, with as few statements as possible. */
final class PolicyWriter {
    private PolicyWriter() {}

    static String write(Map<String, Set<String>> resourcesByAction) {
        Map<Set<String>, Set<String>> actionsByResources = resourcesByAction.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toCollection(TreeSet::new))));
        List<JsonValue> statements = actionsByResources.entrySet().stream()
                .map(entry -> (JsonValue) object(
                        "Effect", new JsonString("Allow"),
                        "Action", strings(entry.getValue()),
                        "Resource", strings(entry.getKey())))
                .toList();
        return object("Version", new JsonString("2012-10-17"), "Statement", new JsonArray(statements))
                .toIndentedJson();
    }

    private static JsonValue strings(Collection<String> values) {
        return new JsonArray(
                values.stream().map(value -> (JsonValue) new JsonString(value)).toList());
    }

    private static JsonObject object(Object... namesAndValues) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            members.put((String) namesAndValues[index], (JsonValue) namesAndValues[index + 1]);
        }
        return new JsonObject(members);
    }
}
