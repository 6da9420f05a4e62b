package io.github.chimefake.internal.state;

import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.text.OneLine;
import io.github.chimefake.internal.text.Shortened;

/** Writes the items and values of the JSON for people. */
final class Labels {
    private static final int VALUE_CHARACTERS = 120;

    private final Names names;

    Labels(Names names) {
        this.names = names;
    }

    /** Returns what an item is, with its name, for example {@code member bob}. */
    String item(StateList list, String key, JsonObject item) {
        boolean bot = list == StateList.USERS && item.get("isBot").orElse(null) instanceof JsonBoolean;
        return (bot ? "bot" : list.noun()) + " " + name(list, key, item);
    }

    private String name(StateList list, String key, JsonObject item) {
        return switch (list) {
            case APP_INSTANCES, USERS, CHANNELS, CHANNEL_FLOWS, MEMBERS, MODERATORS, BANS -> names.of(key);
            case CALLERS -> caller(item) + " (" + key + ")";
            case MESSAGES -> message(item);
            case MESSAGES_IN_FLOW -> message((JsonObject) item.get("message").orElseThrow());
            case ENDPOINTS, ACCESS_KEYS -> key;
        };
    }

    /** Returns the content of a message, its sender, and the beginning of its id. */
    private String message(JsonObject message) {
        String content = StateList.text(message, "content");
        return (content.isEmpty() ? "" : MessageValue.quoted(content) + " ") + "by "
                + names.of(StateList.text(message, "sender")) + " ("
                + MessageValue.shortId(StateList.text(message, "id")) + ")";
    }

    private static String caller(JsonObject caller) {
        String arn = StateList.text(caller, "principalArn");
        return ArnParts.tryParse(arn).map(ArnParts::resource).orElse(arn);
    }

    /** Returns the value on one line, shortened, with the name in place of an ARN. */
    String value(JsonValue value) {
        return value instanceof JsonString text && names.knows(text.value())
                ? names.of(text.value())
                : Shortened.of(OneLine.of(value.toJson()), VALUE_CHARACTERS);
    }
}
