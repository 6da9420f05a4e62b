package io.github.chimefake.internal.control.calls;

import io.github.chimefake.internal.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ids of what is registered with a fake, for example {@code fault-1}, and the JSON with which it was registered, if it was by this
 * interface. What the fake no longer knows is forgotten when many others have come. Thread-safe.
 *
 * @param <T> what is registered; compared by identity
 */
public final class SetupIds<T> {
    private static final int CAPACITY = 10_000;

    private final String noun;
    private final Supplier<List<? extends T>> current;
    private final Map<T, Known> known = new LinkedHashMap<>();
    private long last;

    /** What is known about a registration. */
    private record Known(long number, Optional<JsonObject> given) {}

    /**
     * Creates a list without ids.
     *
     * @param noun the beginning of the ids
     * @param current returns what is registered with the fake now
     */
    public SetupIds(String noun, Supplier<List<? extends T>> current) {
        this.noun = noun;
        this.current = current;
    }

    /** Notes the JSON with which it was registered. */
    public synchronized void given(T registration, JsonObject json) {
        // Another request may have listed it in the meantime.
        known.put(registration, new Known(known(registration).number(), Optional.of(json)));
    }

    /** Returns the id; a new one for what was registered in Java. */
    public String id(T registration) {
        return noun + "-" + number(registration);
    }

    /** Returns the number in the id. */
    public synchronized long number(T registration) {
        return known(registration).number();
    }

    /** Returns the JSON with which it was registered; empty if it was registered in Java. */
    public synchronized Optional<JsonObject> given(T registration) {
        return known(registration).given();
    }

    private Known known(T registration) {
        Known one = known.computeIfAbsent(registration, another -> new Known(++last, Optional.empty()));
        if (known.size() > CAPACITY) {
            known.keySet().retainAll(List.copyOf(current.get()));
        }
        return one;
    }

    /** Returns what is registered now, in the order of registration. */
    public List<T> list() {
        return List.copyOf(current.get());
    }

    /** Returns what is registered under this id; empty if there is no such id, or it was removed. */
    public Optional<T> find(String id) {
        return list().stream().filter(each -> id(each).equals(id)).findFirst();
    }
}
