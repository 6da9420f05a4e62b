package io.github.chimefake.internal.control.objects;

import io.github.chimefake.internal.control.route.ProblemException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The objects of one kind, by their ids, in the order in which they were added. A reset brings back those of the baseline, and restoring a
 * snapshot those of the snapshot; ids are never given again.
 *
 * @param <T> what is kept of an object; immutable
 */
public final class Registry<T> {
    private final String noun;
    private Map<String, T> objects = Map.of();
    private long last;

    /**
     * Creates a registry that no reset and no snapshot changes; {@link ControlledFake#registry} returns the others.
     *
     * @param noun what an object is, for example {@code fault}
     */
    public Registry(String noun) {
        this.noun = noun;
    }

    /**
     * Adds an object.
     *
     * @param object makes the object, given its id
     * @return its id, for example {@code fault-3}
     */
    public synchronized String add(Function<String, T> object) {
        String id = noun + "-" + ++last;
        put(id, object.apply(id));
        return id;
    }

    /** Adds or replaces the object with this id. */
    public synchronized void put(String id, T object) {
        Map<String, T> more = new LinkedHashMap<>(objects);
        more.put(id, object);
        objects = Collections.unmodifiableMap(more);
    }

    /** Returns the object with this id; empty if there is none. */
    public synchronized Optional<T> find(String id) {
        return Optional.ofNullable(objects.get(id));
    }

    /**
     * Returns the object with this id.
     *
     * @throws ProblemException with status 404 if there is none
     */
    public T get(String id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /**
     * Removes the object with this id and returns it.
     *
     * @throws ProblemException with status 404 if there is none
     */
    public synchronized T remove(String id) {
        Map<String, T> fewer = new LinkedHashMap<>(objects);
        T removed = fewer.remove(id);
        if (removed == null) {
            throw unknown(id);
        }
        objects = Collections.unmodifiableMap(fewer);
        return removed;
    }

    /** Removes the objects that the predicate selects; no effect if there are none. */
    public synchronized void removeIf(Predicate<T> selected) {
        Map<String, T> fewer = new LinkedHashMap<>(objects);
        fewer.values().removeIf(selected);
        objects = Collections.unmodifiableMap(fewer);
    }

    /** Removes all objects. */
    public synchronized void clear() {
        objects = Map.of();
    }

    /** Returns the objects by their ids. */
    public synchronized Map<String, T> all() {
        return objects;
    }

    private ProblemException unknown(String id) {
        List<String> ids = List.copyOf(all().keySet());
        return ProblemException.notFound("There is no " + noun + " with the id " + id + "; expected "
                + (ids.isEmpty()
                        ? "none, as the control API has added none since the last reset"
                        : "one of " + String.join(", ", ids)));
    }

    /** Returns what brings the present objects back. */
    synchronized Runnable capture() {
        Map<String, T> captured = objects;
        return () -> restore(captured);
    }

    private synchronized void restore(Map<String, T> captured) {
        objects = captured;
    }
}
