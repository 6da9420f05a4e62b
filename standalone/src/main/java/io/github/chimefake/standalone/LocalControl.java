package io.github.chimefake.standalone;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.control.ChimeControl;
import io.github.chimefake.internal.control.ServedControl;
import io.github.chimefake.internal.control.api.StartDocument;
import io.github.chimefake.internal.control.api.StartDocument.Part;
import io.github.chimefake.internal.control.schema.SchemaErrors.FieldError;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.MalformedJsonException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** A control API that only this program can call, with a client of it. */
final class LocalControl implements AutoCloseable {
    private static final int FIRST_ERROR = 400;
    private static final int TOKEN_BYTES = 32;

    private final ServedControl control;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    private LocalControl(ServedControl control, String token) {
        this.control = control;
        this.token = token;
    }

    static LocalControl serve(ChimeMessagingServer chime) {
        byte[] secret = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        return new LocalControl(
                (ServedControl) ChimeControl.of(chime).token(token).serve(), token);
    }

    /** Returns the form of documents with which a fake starts. */
    StartDocument document() {
        return control.startDocument();
    }

    /** Sets up a part of a document, and returns what is not valid, by its place in the document; none if all is. */
    List<FieldError> send(Part part) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(control.address() + part.path()))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                part.method(),
                                BodyPublishers.ofString(part.body().toJson()))
                        .build(),
                BodyHandlers.ofString());
        return response.statusCode() < FIRST_ERROR ? List.of() : errors(part, response.body());
    }

    private static List<FieldError> errors(Part part, String body) {
        try {
            if (Json.parse(body) instanceof JsonObject problem) {
                List<FieldError> errors = problem.get("errors").stream()
                        .flatMap(list -> ((JsonArray) list).items().stream())
                        .map(JsonObject.class::cast)
                        .map(error -> new FieldError(
                                part.field() + string(error, "field").substring(1), string(error, "message")))
                        .toList();
                return errors.isEmpty()
                        ? List.of(new FieldError(part.field().text(), string(problem, "detail")))
                        : errors;
            }
        } catch (MalformedJsonException e) {
            // Then the body is all there is.
        }
        return List.of(new FieldError(part.field().text(), body));
    }

    private static String string(JsonObject object, String name) {
        return object.get(name)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .orElse("$");
    }

    @Override
    public void close() {
        control.close();
    }
}
