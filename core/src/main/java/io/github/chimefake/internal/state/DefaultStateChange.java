package io.github.chimefake.internal.state;

import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.state.StateDifference.StateChange;
import java.util.Optional;

/**
 * One difference between two states.
 *
 * @param text the change as one line
 */
record DefaultStateChange(String path, Optional<String> before, Optional<String> after, String text)
        implements StateChange {
    static DefaultStateChange added(String path, JsonValue item) {
        return new DefaultStateChange(path, Optional.empty(), Optional.of(item.toJson()), path + ": added");
    }

    static DefaultStateChange removed(String path, JsonValue item) {
        return new DefaultStateChange(path, Optional.of(item.toJson()), Optional.empty(), path + ": removed");
    }

    static DefaultStateChange changed(
            String path, Optional<JsonValue> before, Optional<JsonValue> after, Labels labels) {
        return new DefaultStateChange(
                path,
                before.map(JsonValue::toJson),
                after.map(JsonValue::toJson),
                path + ": " + before.map(labels::value).orElse("absent") + " -> "
                        + after.map(labels::value).orElse("absent"));
    }

    @Override
    public String toString() {
        return text;
    }
}
