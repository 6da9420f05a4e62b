package io.github.chimefake.internal.protocol;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/** The SDK's requests, made of maps, lists, strings and whole numbers. */
public final class MappedRequests {
    private MappedRequests() {}

    /** The names of the members that requests of the operation can have. */
    public static Set<String> members(Operation operation) {
        return builder(operation).sdkFields().stream()
                .map(SdkField::memberName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A request with these members, which it must be able to have. */
    public static AwsRequest request(Operation operation, Map<String, ?> members) {
        if (!members(operation).containsAll(members.keySet())) {
            throw new IllegalArgumentException(operation + " has not all of " + members.keySet());
        }
        SdkPojo builder = builder(operation);
        for (SdkField<?> field : builder.sdkFields()) {
            String name = field.memberName();
            if (members.containsKey(name)) {
                field.set(builder, BodyMembers.read(field, json(members.get(name)), MemberPath.of(name)));
            }
        }
        return (AwsRequest) ((Buildable) builder).build();
    }

    private static SdkPojo builder(Operation operation) {
        return SdkBuilders.of(operation.requestType()).newBuilder();
    }

    private static JsonValue json(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put((String) name, json(member)));
            return new JsonObject(members);
        }
        if (value instanceof List<?> list) {
            return new JsonArray(list.stream().map(MappedRequests::json).toList());
        }
        return value instanceof Integer number ? JsonNumber.of(number) : new JsonString((String) value);
    }
}
