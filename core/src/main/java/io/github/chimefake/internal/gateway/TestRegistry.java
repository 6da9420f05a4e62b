package io.github.chimefake.internal.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Assigns unique numbers to the tests and generations of all fakes that may share an address, and stores the names of
 * tests for reports of late requests. Thread-safe.
 */
public final class TestRegistry {
    /** The maximum number of stored names. The oldest is removed first. */
    private static final int NAMES_KEPT = 1_000;

    private final Map<Long, String> names = new LinkedHashMap<>();
    private long next;

    /** Creates an empty registry. */
    public TestRegistry() {}

    synchronized long nextNumber() {
        return next++;
    }

    synchronized void name(long test, String name) {
        names.put(test, name);
        if (names.size() > NAMES_KEPT) {
            names.remove(names.keySet().iterator().next());
        }
    }

    synchronized Optional<String> nameOf(long test) {
        return Optional.ofNullable(names.get(test));
    }
}
