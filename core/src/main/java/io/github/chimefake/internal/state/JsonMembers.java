package io.github.chimefake.internal.state;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;

/** Collects the members of a JSON object in their order, without those that are absent, empty or false. */
final class JsonMembers {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    JsonMembers text(String name, String value) {
        return member(name, new JsonString(value));
    }

    JsonMembers text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    JsonMembers number(String name, long value) {
        return member(name, JsonNumber.of(value));
    }

    JsonMembers number(String name, Optional<Integer> value) {
        value.ifPresent(present -> number(name, present));
        return this;
    }

    JsonMembers flag(String name, boolean value) {
        return value ? member(name, new JsonBoolean(true)) : this;
    }

    JsonMembers instant(String name, Instant value) {
        return text(name, value.toString());
    }

    JsonMembers instant(String name, Optional<Instant> value) {
        return text(name, value.map(Instant::toString));
    }

    /** Adds a user by its ARN. */
    JsonMembers user(String name, ChimeUser value) {
        return text(name, value.arn());
    }

    JsonMembers user(String name, Optional<ChimeUser> value) {
        return text(name, value.map(ChimeUser::arn));
    }

    JsonMembers sdk(String name, Optional<? extends SdkPojo> value) {
        value.ifPresent(present -> member(name, SdkJson.of(present)));
        return this;
    }

    JsonMembers sdk(String name, List<? extends SdkPojo> values) {
        return list(name, values, SdkJson::of);
    }

    JsonMembers texts(String name, List<String> values) {
        return list(name, values, JsonString::new);
    }

    <T> JsonMembers list(String name, Collection<T> values, Function<? super T, ? extends JsonValue> json) {
        return values.isEmpty() ? this : listOrEmpty(name, values, json);
    }

    /** Adds a list even if it is empty. */
    <T> JsonMembers listOrEmpty(String name, Collection<T> values, Function<? super T, ? extends JsonValue> json) {
        return member(name, new JsonArray(values.stream().<JsonValue>map(json).toList()));
    }

    /** Adds an object with a member for each entry, in the order of the map. */
    <V> JsonMembers map(String name, Map<String, V> values, Function<? super V, ? extends JsonValue> json) {
        if (values.isEmpty()) {
            return this;
        }
        Map<String, JsonValue> object = new LinkedHashMap<>();
        values.forEach((key, value) -> object.put(key, json.apply(value)));
        return member(name, new JsonObject(object));
    }

    /** Adds an object, unless it is empty. */
    JsonMembers object(String name, JsonObject value) {
        return value.members().isEmpty() ? this : member(name, value);
    }

    private JsonMembers member(String name, JsonValue value) {
        members.put(name, value);
        return this;
    }

    JsonObject toObject() {
        return new JsonObject(members);
    }
}
