package io.github.chimefake.standalone;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.control.ChimeControl;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A file of test data, in the form of the request {@code POST /v1/fixtures} of the control API, as JSON or YAML. */
record FixtureFile(Path path) {
    /** As much as the control API accepts. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int CREATED = 201;
    private static final int TOKEN_BYTES = 32;

    /**
     * Puts the data into the fake, all of it or none.
     *
     * @throws IllegalArgumentException if the file cannot be read, or its data is not valid; the message names the places
     */
    void addTo(ChimeMessagingServer chime) {
        String json = json();
        byte[] secret = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        // The control API itself reads the data, so that a file and a request have one form.
        try (ChimeControl control = ChimeControl.of(chime).token(token).serve()) {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create(control.address() + "/v1/fixtures"))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(json))
                                    .build(),
                            BodyHandlers.ofString());
            if (response.statusCode() != CREATED) {
                throw invalid(problem(response.body()));
            }
        } catch (IOException e) {
            throw invalid(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw invalid("it was interrupted while it was read");
        }
    }

    private String json() {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        String text = text();
        if (name.endsWith(".json")) {
            return text;
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            try {
                return Yaml.toJson(text, MAX_BYTES);
            } catch (IllegalArgumentException e) {
                throw invalid(String.valueOf(e.getMessage()));
            }
        }
        throw invalid("its name says neither JSON nor YAML. Name it .json, .yaml or .yml");
    }

    private String text() {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw invalid(
                        "it has more than " + MAX_BYTES + " bytes. Split it, and send the parts to the control API");
            }
            return new String(content, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw invalid("there is no such file");
        } catch (IOException e) {
            throw invalid("it cannot be read: " + e);
        }
    }

    /** Returns the fields that are not valid, or else the detail. */
    private static String problem(String body) {
        try {
            if (Json.parse(body) instanceof JsonObject problem) {
                List<JsonValue> errors =
                        problem.get("errors").orElse(new JsonArray(List.of())) instanceof JsonArray array
                                ? array.items()
                                : List.of();
                return errors.isEmpty()
                        ? string(problem, "detail")
                        : errors.stream()
                                .filter(JsonObject.class::isInstance)
                                .map(JsonObject.class::cast)
                                .map(error -> string(error, "field") + ": " + string(error, "message"))
                                .collect(Collectors.joining("\n  ", "\n  ", ""));
            }
        } catch (MalformedJsonException e) {
            // Then the body is all there is.
        }
        return body;
    }

    private static String string(JsonObject object, String name) {
        return object.get(name)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .orElse("");
    }

    private IllegalArgumentException invalid(String reason) {
        return new IllegalArgumentException("--fixtures " + path + ": " + reason);
    }
}
