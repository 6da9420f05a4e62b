package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * An object that its schema has accepted, read by the names of its members. A member that the schema requires is read with
 * {@link #string}, another with {@link #findString}.
 *
 * @param object the object
 * @param path where it stands
 */
public record Fields(JsonObject object, JsonPath path) {

    /** Returns whether the member is there. */
    public boolean has(String name) {
        return object.get(name).isPresent();
    }

    /** Returns the member. */
    public JsonValue value(String name) {
        return object.get(name)
                .orElseThrow(() -> new IllegalStateException("The schema does not require " + path.member(name)));
    }

    /** Returns a string. */
    public String string(String name) {
        return ((JsonString) value(name)).value();
    }

    /** Returns a string; empty if it is not there. */
    public Optional<String> findString(String name) {
        return object.get(name).map(value -> ((JsonString) value).value());
    }

    /** Returns the constant of an enum. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return Enum.valueOf(type, string(name));
    }

    /** Returns the constant of an enum; empty if it is not there. */
    public <E extends Enum<E>> Optional<E> findConstant(String name, Class<E> type) {
        return findString(name).map(text -> Enum.valueOf(type, text));
    }

    /** Returns a whole number. */
    public int integer(String name) {
        return ((JsonNumber) value(name)).value().intValue();
    }

    /** Returns a whole number; empty if it is not there. */
    public Optional<Integer> findInteger(String name) {
        return has(name) ? Optional.of(integer(name)) : Optional.empty();
    }

    /** Returns a number; empty if it is not there. */
    public Optional<Double> findNumber(String name) {
        return object.get(name).map(value -> ((JsonNumber) value).value().doubleValue());
    }

    /** Returns a boolean. */
    public boolean flag(String name) {
        return ((JsonBoolean) value(name)).value();
    }

    /** Returns a boolean; empty if it is not there. */
    public Optional<Boolean> findFlag(String name) {
        return has(name) ? Optional.of(flag(name)) : Optional.empty();
    }

    /** Returns a boolean; the second argument if it is not there. */
    public boolean flag(String name, boolean otherwise) {
        return has(name) ? flag(name) : otherwise;
    }

    /** Returns a duration. */
    public Duration duration(String name) {
        return Duration.parse(string(name));
    }

    /** Returns a duration; empty if it is not there. */
    public Optional<Duration> findDuration(String name) {
        return findString(name).map(Duration::parse);
    }

    /** Returns an instant; empty if it is not there. */
    public Optional<Instant> findInstant(String name) {
        return findString(name).map(Instant::parse);
    }

    /** Returns an object. */
    public Fields fields(String name) {
        return new Fields((JsonObject) value(name), path.member(name));
    }

    /** Returns an object; empty if it is not there. */
    public Optional<Fields> findFields(String name) {
        return has(name) ? Optional.of(fields(name)) : Optional.empty();
    }

    /** Returns the objects of an array; none if it is not there. */
    public List<Fields> list(String name) {
        List<JsonValue> items = items(name);
        List<Fields> result = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            result.add(new Fields((JsonObject) items.get(i), path.member(name).item(i)));
        }
        return result;
    }

    /** Returns the strings of an array; none if it is not there. */
    public List<String> strings(String name) {
        return items(name).stream().map(item -> ((JsonString) item).value()).toList();
    }

    /** Returns the path of each string of an array, in the same order. */
    public List<JsonPath> paths(String name) {
        return IntStream.range(0, items(name).size())
                .mapToObj(path.member(name)::item)
                .toList();
    }

    private List<JsonValue> items(String name) {
        return object.get(name).map(value -> ((JsonArray) value).items()).orElse(List.of());
    }

    /** Returns the members of an object of strings; none if it is not there. */
    public Map<String, String> stringMap(String name) {
        Map<String, String> result = new LinkedHashMap<>();
        object.get(name)
                .ifPresent(value -> ((JsonObject) value)
                        .members()
                        .forEach((key, text) -> result.put(key, ((JsonString) text).value())));
        return result;
    }

    /** Returns the exception that says that a member is not valid. */
    public InvalidFieldException invalid(String name, String message) {
        return new InvalidFieldException(path.member(name), message);
    }

    /**
     * Returns the result of the action. If core does not accept the argument in this member, the error names the member.
     *
     * @throws InvalidFieldException if the action throws an {@link IllegalArgumentException}
     */
    public <T> T check(String name, Supplier<T> action) {
        try {
            return action.get();
        } catch (IllegalArgumentException e) {
            throw invalid(name, String.valueOf(e.getMessage()));
        }
    }

    /** Returns no fields. */
    public static Fields none() {
        return new Fields(JsonObject.EMPTY, JsonPath.ROOT);
    }
}
