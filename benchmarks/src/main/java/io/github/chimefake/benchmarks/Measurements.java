package io.github.chimefake.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was measured, by name. */
final class Measurements {
    private final Map<String, List<Double>> byName = new LinkedHashMap<>();

    void add(String name, double value) {
        byName.computeIfAbsent(name, unknown -> new ArrayList<>()).add(value);
    }

    /**
     * All that was measured under this name.
     *
     * @throws IllegalArgumentException if nothing was
     */
    Series of(String name) {
        List<Double> values = byName.get(name);
        if (values == null) {
            throw new IllegalArgumentException(name + " was not measured, but " + byName.keySet());
        }
        return new Series(values);
    }

    /** Under which names something was measured, in the order first met. */
    Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /** All that was measured, together with what the other measured. */
    void addAll(Measurements other) {
        other.byName.forEach((name, values) -> values.forEach(value -> add(name, value)));
    }
}
