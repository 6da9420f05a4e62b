package io.github.chimefake.internal.state;

import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Converts structures of the SDK that are part of the state. Their members have the names of the SDK's methods, in
 * alphabetical order, because the order of the SDK may change with its version.
 */
final class SdkJson {
    private SdkJson() {}

    static JsonObject of(SdkPojo structure) {
        Map<String, JsonValue> members = new TreeMap<>();
        for (SdkField<?> field : structure.sdkFields()) {
            Object value = field.getValueOrDefault(structure);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                members.put(methodName(field.memberName()), value(value));
            }
        }
        return new JsonObject(members);
    }

    private static String methodName(String memberName) {
        return memberName.substring(0, 1).toLowerCase(Locale.ROOT) + memberName.substring(1);
    }

    private static JsonValue value(Object value) {
        if (value instanceof SdkPojo structure) {
            return of(structure);
        }
        if (value instanceof List<?> list) {
            return new JsonArray(list.stream().map(SdkJson::value).toList());
        }
        if (value instanceof Number number) {
            return JsonNumber.of(number.longValue());
        }
        if (value instanceof Boolean bool) {
            return new JsonBoolean(bool);
        }
        return new JsonString(value.toString());
    }
}
