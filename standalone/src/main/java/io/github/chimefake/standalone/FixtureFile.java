package io.github.chimefake.standalone;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.internal.control.api.StartDocument.Part;
import io.github.chimefake.internal.control.schema.InvalidFieldException;
import io.github.chimefake.internal.control.schema.SchemaErrors.FieldError;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A file of test data and settings, as JSON or YAML: the request {@code POST /v1/fixtures} of the control API, and sections with the bodies
 * of its other requests.
 */
record FixtureFile(Path path) {
    /** As much as the control API accepts. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    /**
     * Sets the fake up. If that fails, a part of it may be set up, so the fake must be closed then.
     *
     * @throws IllegalArgumentException if the file cannot be read, or is not valid; the message names lines and fields
     */
    void addTo(ChimeMessagingServer chime) {
        String text = text();
        JsonValue document = document(text);
        // The control API itself reads the data, so that a file and a request have one form.
        try (LocalControl control = LocalControl.serve(chime)) {
            require(control.document().errors(document), text);
            for (Part part : control.document().parts((JsonObject) document)) {
                require(control.send(part), text);
            }
        } catch (IOException e) {
            throw invalid(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw invalid("it was interrupted while it was read");
        }
    }

    private void require(List<FieldError> errors, String text) {
        if (!errors.isEmpty()) {
            throw invalid(errors, text);
        }
    }

    private IllegalArgumentException invalid(List<FieldError> errors, String text) {
        Lines lines = Lines.of(text, MAX_BYTES);
        return invalid(errors.stream()
                .map(error -> line(lines.line(error.field())) + error.field() + ": " + error.message())
                .collect(Collectors.joining("\n  ", "\n  ", "")));
    }

    private static String line(OptionalInt line) {
        return line.isPresent() ? "line " + line.getAsInt() + ", " : "";
    }

    private JsonValue document(String text) {
        try {
            return Json.parse(json(text));
        } catch (InvalidFieldException e) {
            throw invalid(List.of(e.error()), text);
        } catch (MalformedJsonException e) {
            throw invalid(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw invalid(Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    private String json(String text) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return text;
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return Yaml.toJson(text, MAX_BYTES);
        }
        throw new IllegalArgumentException("its name says neither JSON nor YAML. Name it .json, .yaml or .yml");
    }

    private String text() {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw invalid(
                        "it has more than " + MAX_BYTES + " bytes. Split it, and send the parts to the control API");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (NoSuchFileException e) {
            throw invalid("there is no such file");
        } catch (CharacterCodingException e) {
            throw invalid("it is not UTF-8. Save it as UTF-8");
        } catch (IOException e) {
            throw invalid("it cannot be read: " + e);
        }
    }

    private IllegalArgumentException invalid(String reason) {
        return new IllegalArgumentException("--fixtures " + path + ": " + reason);
    }
}
