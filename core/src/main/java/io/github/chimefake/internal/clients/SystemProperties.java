package io.github.chimefake.internal.clients;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs code with temporary system properties, for settings that a library reads only from system properties. */
final class SystemProperties {
    private SystemProperties() {}

    /**
     * Returns the result of the code, run while the system properties have these values. System properties are shared
     * by the JVM, so other threads see the values, too.
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
