package io.github.chimefake.internal.control.sdk;

import io.github.chimefake.internal.control.schema.JsonPath;
import io.github.chimefake.internal.filter.DescribedPredicate;
import io.github.chimefake.internal.json.JsonNull;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Selects requests whose members are equal to given values; {@code null} selects requests without the member. Prints itself as
 * {@code Content "hello", Type "STANDARD"}.
 */
public final class EqualMembers implements DescribedPredicate<AwsRequest> {
    private final JsonObject members;
    private final Map<String, Optional<Object>> values;

    private EqualMembers(JsonObject members, Map<String, Optional<Object>> values) {
        this.members = members;
        this.values = values;
    }

    static EqualMembers of(SdkPojo request, JsonObject members, JsonPath path) {
        Map<String, SdkField<?>> fields = SdkReader.fields(request);
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        members.members().forEach((name, value) -> {
            SdkField<?> field = SdkReader.require(fields, name, path);
            values.put(name, expected(field, value, path.member(name)));
        });
        return new EqualMembers(members, values);
    }

    private static Optional<Object> expected(SdkField<?> field, JsonValue value, JsonPath path) {
        return value instanceof JsonNull ? Optional.empty() : Optional.of(SdkReader.value(field, value, path));
    }

    @Override
    public boolean test(AwsRequest request) {
        return values.entrySet().stream()
                .allMatch(each -> received(request, each.getKey()).equals(each.getValue()));
    }

    private static Optional<Object> received(AwsRequest request, String name) {
        return request.getValueForField(name, Object.class)
                .filter(value -> !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap));
    }

    @Override
    public String toString() {
        return members.members().entrySet().stream()
                .map(member -> member.getKey() + " " + member.getValue())
                .collect(Collectors.joining(", "));
    }
}
