package io.github.chimefake.internal.gateway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers the tests and generations of all fakes that may have the same address, no two alike, and remembers the names of
 * tests for reports about their late requests. Safe for use by many threads.
 */
public final class TestRegistry {
    /** The name of a test that ended longer ago is forgotten. */
    private static final int NAMES_KEPT = 1_000;

    private final Map<Long, String> names = new LinkedHashMap<>();
    private long next;

    /** Creates a registry without tests. */
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
