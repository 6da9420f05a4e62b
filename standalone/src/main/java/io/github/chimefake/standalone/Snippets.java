package io.github.chimefake.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * Lines to paste that let clients call the fake. They first remove what the surroundings say of AWS, above all a session token, beside
 * which the keys of the fake would not be accepted.
 */
record Snippets(
        String endpoint,
        String host,
        String region,
        AwsCredentials credentials,
        String appInstance,
        String bearer,
        String unregistered) {

    /** Returns the snippets by the names of the clients, in the order in which they are printed. */
    Map<String, String> all() {
        return sections("snippets.txt", this::filledIn);
    }

    /** Returns these snippets and further ones. */
    Map<String, String> and(Map<String, String> further) {
        Map<String, String> all = new LinkedHashMap<>(all());
        all.putAll(further);
        return Collections.unmodifiableMap(all);
    }

    /** Returns the sections of a resource, filled in. */
    static Map<String, String> sections(String resource, UnaryOperator<String> filledIn) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String section : read(resource).strip().split("\n# ", -1)) {
            String[] parts = section.split("\n", 2);
            all.put(parts[0].replaceFirst("^# ", ""), filledIn.apply(parts[1].strip() + "\n"));
        }
        return Collections.unmodifiableMap(all);
    }

    private String filledIn(String template) {
        return template.replace("{endpoint}", endpoint)
                .replace("{host}", host)
                .replace("{region}", region)
                .replace("{access-key}", credentials.accessKeyId())
                .replace("{secret-key}", credentials.secretAccessKey())
                .replace("{app-instance}", appInstance)
                .replace("{bearer}", bearer)
                .replace("{unregistered}", unregistered);
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Snippets.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does not return the key. */
    @Override
    public String toString() {
        return "snippets for " + endpoint;
    }
}
