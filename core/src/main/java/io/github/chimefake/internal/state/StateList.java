package io.github.chimefake.internal.state;

import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists in the JSON whose items have a key, by which the items of two states are compared. */
enum StateList {
    APP_INSTANCES("appInstances", "app instance", "arn"),
    USERS("users", "user", "arn"),
    CHANNELS("channels", "channel", "arn"),
    CHANNEL_FLOWS("channelFlows", "channel flow", "arn"),
    CALLERS("callers", "caller", "uniqueId"),
    MEMBERS("members", "member", "user"),
    MODERATORS("moderators", "moderator", "user"),
    BANS("bans", "ban of", "user"),
    MESSAGES("messages", "message", "id"),
    MESSAGES_IN_FLOW("messagesInFlow", "message in flow", "callbackId"),
    ENDPOINTS("endpoints", "endpoint", "id"),
    ACCESS_KEYS("accessKeys", "access key", "id");

    private final String member;
    private final String noun;
    private final String key;

    StateList(String member, String noun, String key) {
        this.member = member;
        this.noun = noun;
        this.key = key;
    }

    /** Returns the name of the list in the object that has it. */
    String member() {
        return member;
    }

    /** Returns what an item is, for example {@code channel}. */
    String noun() {
        return noun;
    }

    /** Returns the list that the values of this member are; empty if one is not a list of objects with the key. */
    static Optional<StateList> find(String member, Optional<JsonValue> before, Optional<JsonValue> after) {
        return Stream.of(values())
                .filter(list -> list.member.equals(member))
                .filter(list -> Stream.concat(before.stream(), after.stream()).allMatch(list::holds))
                .findFirst();
    }

    private boolean holds(JsonValue value) {
        return value instanceof JsonArray array
                && array.items().stream()
                        .allMatch(item -> item instanceof JsonObject object
                                && object.get(key).isPresent());
    }

    /** Returns the items by their keys, in their order. */
    Map<String, JsonObject> items(Optional<JsonValue> list) {
        Map<String, JsonObject> items = new LinkedHashMap<>();
        if (list.orElse(null) instanceof JsonArray array) {
            array.items().forEach(item -> items.put(text((JsonObject) item, key), (JsonObject) item));
        }
        return items;
    }

    /** Returns the text of a member; empty if it is absent. */
    static String text(JsonObject object, String member) {
        return object.get(member).orElse(null) instanceof JsonString text ? text.value() : "";
    }
}
