package io.github.chimefake.internal.sweep.calls;

import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import io.github.chimefake.state.ChimeState;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A state as a multiset of lines, one for each thing that is stored, so that two runs can be compared: without generated ids, instants and
 * order. A line begins with the line of the thing that it belongs to. Callers are left out: code that assumes a role has another session for
 * each try.
 */
public final class CanonicalState {
    private static final String WITHIN = " > ";
    private static final String CALLERS = "callers";

    private final Map<String, Integer> things = new TreeMap<>();
    private final Map<String, Integer> names = new TreeMap<>();

    private CanonicalState(JsonValue state) {
        collect("", state);
    }

    /** Returns the canonical form of a state. */
    public static CanonicalState of(ChimeState state) {
        return new CanonicalState(parse(state.toJson()));
    }

    private static JsonValue parse(String json) {
        try {
            return Json.parse(json);
        } catch (MalformedJsonException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private void collect(String path, JsonValue value) {
        if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> {
                String within = path.isEmpty() ? name : path + WITHIN + name;
                if (within.equals(CALLERS)) {
                    return;
                }
                if (member instanceof JsonArray array) {
                    array.items().forEach(item -> add(within, item));
                } else if (path.isEmpty()) {
                    add(name, member);
                } else {
                    collect(within, member); // What it says itself is in the line; the lists in it are not.
                }
            });
        }
    }

    private void add(String path, JsonValue item) {
        String line = path + " " + own(item);
        things.merge(line, 1, Integer::sum);
        String name = path + " " + label(item);
        names.merge(name, 1, Integer::sum);
        collect(name, item);
    }

    /** What belongs to a thing is found again by its name, even if other members of the thing have changed. */
    private static String label(JsonValue item) {
        if (item instanceof JsonObject object) {
            return text(object, "arn").orElse("")
                    + text(object, "name").map(name -> " " + name).orElse("");
        }
        return own(item);
    }

    private static Optional<String> text(JsonObject object, String member) {
        return object.get(member)
                .filter(JsonString.class::isInstance)
                .map(value -> CanonicalText.of(((JsonString) value).value()));
    }

    private static String own(JsonValue item) {
        if (item instanceof JsonObject object) {
            return object.members().entrySet().stream()
                    .filter(member -> !(member.getValue() instanceof JsonArray))
                    .sorted(Map.Entry.comparingByKey())
                    .map(member -> member.getKey() + "=" + own(member.getValue()))
                    .collect(Collectors.joining(" ", "{", "}"));
        }
        return CanonicalText.of(item.toString());
    }

    /** Returns the lines, each with the number of things that it stands for. */
    public Map<String, Integer> things() {
        return Map.copyOf(things);
    }

    /** Returns how many things have this line. */
    public int count(String line) {
        return things.getOrDefault(line, 0);
    }

    /** Returns how many things have this name, which is what the lines of their parts begin with. */
    public int countNamed(String name) {
        return names.getOrDefault(name, 0);
    }

    /** Returns the name of the thing that the thing of a line is a part of; empty if it is not a part of another one. */
    public static Optional<String> whole(String line) {
        int end = line.lastIndexOf(WITHIN);
        return end < 0 ? Optional.empty() : Optional.of(line.substring(0, end));
    }

    /** Returns the line of a part without the name of the thing that it belongs to. */
    public static String part(String line) {
        int end = line.lastIndexOf(WITHIN);
        return end < 0 ? line : line.substring(end + WITHIN.length());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CanonicalState that && things.equals(that.things);
    }

    @Override
    public int hashCode() {
        return things.hashCode();
    }

    @Override
    public String toString() {
        return things.toString();
    }
}
