package io.github.chimefake.internal.control.sdk;

import io.github.chimefake.internal.http.Secrets;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Writes the SDK's requests and responses in the JSON of the service. Members that are credentials are left out. */
final class SdkWriter {
    private static final String IDEMPOTENCY_TOKEN = "ClientRequestToken";

    private SdkWriter() {}

    static JsonObject structure(SdkPojo structure) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (SdkField<?> field : structure.sdkFields()) {
            Object value = field.getValueOrDefault(structure);
            if (value != null && !isAbsent(value) && !isSecret(field.memberName())) {
                members.put(field.memberName(), value(value));
            }
        }
        return new JsonObject(members);
    }

    private static boolean isAbsent(Object value) {
        return value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap;
    }

    private static boolean isSecret(String name) {
        return Secrets.isName(name) && !name.equals(IDEMPOTENCY_TOKEN);
    }

    private static JsonValue value(Object value) {
        if (value instanceof SdkPojo structure) {
            return structure(structure);
        } else if (value instanceof List<?> list) {
            return new JsonArray(list.stream().map(SdkWriter::value).toList());
        } else if (value instanceof Map<?, ?> map) {
            Map<String, JsonValue> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put(key.toString(), value(entry)));
            return new JsonObject(entries);
        } else if (value instanceof Boolean bool) {
            return new JsonBoolean(bool);
        } else if (value instanceof Instant instant) {
            return new JsonNumber(BigDecimal.valueOf(instant.getEpochSecond())
                    .add(BigDecimal.valueOf(instant.getNano(), 9))
                    .stripTrailingZeros());
        } else if (value instanceof Double number) {
            return new JsonNumber(BigDecimal.valueOf(number));
        } else if (value instanceof Number number) {
            return JsonNumber.of(number.longValue());
        }
        return new JsonString(value.toString());
    }
}
