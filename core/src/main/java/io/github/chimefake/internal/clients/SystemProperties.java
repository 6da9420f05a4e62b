package io.github.chimefake.internal.clients;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Builds with other system properties, where a library reads what it cannot use from nowhere else. */
final class SystemProperties {
    private SystemProperties() {}

    /**
     * Returns what is built while the system properties have these values. They belong to the whole JVM, so other code reads these
     * values meanwhile.
     */
    static synchronized <T> T with(Map<String, String> properties, Supplier<T> build) {
        Map<String, Optional<String>> before = new LinkedHashMap<>();
        try {
            properties.forEach((name, value) -> before.put(name, Optional.ofNullable(System.setProperty(name, value))));
            return build.get();
        } finally {
            before.forEach((name, value) ->
                    value.ifPresentOrElse(was -> System.setProperty(name, was), () -> System.clearProperty(name)));
        }
    }
}
