package io.github.chimefake.internal.state;

import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.text.OneLine;
import io.github.chimefake.state.StateDifference;
import io.github.chimefake.state.StateDifference.StateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what is different between two states, by their JSON. */
final class Differences {
    private final Labels labels;
    private final List<StateChange> changes = new ArrayList<>();

    private Differences(Labels labels) {
        this.labels = labels;
    }

    static StateDifference between(StateValue before, StateValue after) {
        Differences differences = new Differences(new Labels(Names.of(before, after)));
        differences.objects("", before.json(), after.json());
        return new DefaultStateDifference(differences.changes);
    }

    static StateDifference between(JsonObject before, JsonObject after) {
        Differences differences = new Differences(new Labels(Names.of(before, after)));
        differences.objects("", before, after);
        return new DefaultStateDifference(differences.changes);
    }

    private void objects(String path, JsonObject before, JsonObject after) {
        for (String member : members(before, after)) {
            Optional<JsonValue> earlier = before.get(member);
            Optional<JsonValue> later = after.get(member);
            if (!earlier.equals(later)) {
                StateList.find(member, earlier, later)
                        .ifPresentOrElse(
                                list -> items(path, list, list.items(earlier), list.items(later)),
                                () -> values(below(path, OneLine.of(member)), earlier, later));
            }
        }
    }

    /** Returns the members of both objects in the order of the JSON: each that only one has stands after that before it. */
    private static List<String> members(JsonObject before, JsonObject after) {
        List<String> members = new ArrayList<>(before.members().keySet());
        int next = 0;
        for (String member : after.members().keySet()) {
            int known = members.indexOf(member);
            if (known < 0) {
                members.add(next++, member);
            } else {
                next = known + 1;
            }
        }
        return members;
    }

    private void items(String path, StateList list, Map<String, JsonObject> before, Map<String, JsonObject> after) {
        before.forEach((key, item) -> {
            String itemPath = below(path, labels.item(list, key, item));
            JsonObject later = after.get(key);
            if (later == null) {
                changes.add(DefaultStateChange.removed(itemPath, item));
            } else {
                objects(itemPath, item, later);
            }
        });
        after.forEach((key, item) -> {
            if (!before.containsKey(key)) {
                changes.add(DefaultStateChange.added(below(path, labels.item(list, key, item)), item));
            }
        });
    }

    /** Compares what is no list of items. Where there is an object, what is absent counts as an empty one. */
    private void values(String path, Optional<JsonValue> before, Optional<JsonValue> after) {
        JsonValue earlier = before.orElse(JsonObject.EMPTY);
        JsonValue later = after.orElse(JsonObject.EMPTY);
        if (earlier instanceof JsonObject one && later instanceof JsonObject other) {
            objects(path, one, other);
        } else {
            changes.add(DefaultStateChange.changed(path, before, after, labels));
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + ", " + name;
    }
}
