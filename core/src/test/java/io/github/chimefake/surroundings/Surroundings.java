package io.github.chimefake.surroundings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a JVM is started with that could lead ready clients astray. In values, {@code {trap}} is the port of a server that no
 * call may reach, and {@code {files}} a directory with the files of {@link SurroundingFiles}.
 *
 * @param setups what the program does before it starts a fake
 */
record Surroundings(
        String name,
        Map<String, String> properties,
        Map<String, String> environment,
        List<String> classPath,
        List<Setup> setups) {

    /** What only code can set up. */
    enum Setup {
        HTTP_PROXY_SELECTOR,
        SOCKS_PROXY_SELECTOR,
        FAILING_PROXY_SELECTOR,
        NO_PROXY_SELECTOR,
        AUTHENTICATOR,
        NO_CONTEXT_CLASS_LOADER,
        EMPTY_CONTEXT_CLASS_LOADER,
        CONTEXT_CLASS_LOADER_WITH_BROKEN_SERVICES,
        CONTEXT_CLASS_LOADER_WITH_ANOTHER_SDK
    }

    static Surroundings of(String name) {
        return new Surroundings(name, Map.of(), Map.of(), List.of(), List.of());
    }

    Surroundings property(String key, String value) {
        return new Surroundings(name, with(properties, key, value), environment, classPath, setups);
    }

    Surroundings variable(String key, String value) {
        return new Surroundings(name, properties, with(environment, key, value), classPath, setups);
    }

    Surroundings firstOnClassPath(String entry) {
        return new Surroundings(name, properties, environment, List.of(entry), setups);
    }

    Surroundings setup(Setup setup) {
        List<Setup> more = new ArrayList<>(setups);
        more.add(setup);
        return new Surroundings(name, properties, environment, classPath, List.copyOf(more));
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    @Override
    public String toString() {
        return name;
    }
}
