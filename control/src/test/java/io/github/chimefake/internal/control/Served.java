package io.github.chimefake.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeMessagingServerBuilder;
import io.github.chimefake.ServerPool;
import io.github.chimefake.control.ChimeControl;
import io.github.chimefake.control.ChimeControlBuilder;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A fake with a control API, called over a socket. Every response must be one that the OpenAPI document describes.
 *
 * @param chime the fake
 * @param control its control API
 */
public record Served(ChimeMessagingServer chime, ChimeControl control) implements AutoCloseable {
    private static final ServerPool POOL = ServerPool.create();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final OpenApi DOCUMENT = OpenApi.checkedIn();

    /** Starts a fake with the users alice and bob, and a control API. */
    public static Served start() {
        return start(builder -> builder.users("alice", "bob"), control -> control);
    }

    public static Served start(
            UnaryOperator<ChimeMessagingServerBuilder> fake, UnaryOperator<ChimeControlBuilder> settings) {
        ChimeMessagingServer chime =
                fake.apply(ChimeMessagingServer.builder().serverPool(POOL)).start();
        return new Served(chime, settings.apply(ChimeControl.of(chime)).serve());
    }

    @Override
    public void close() {
        control.close();
        chime.close();
    }

    /**
     * A response.
     *
     * @param status its status
     * @param body its body
     * @param response the whole
     */
    public record Answer(int status, String body, HttpResponse<String> response) {
        public JsonObject json() {
            return (JsonObject) parsed(body);
        }

        /** Returns the member at the end of a path of names. */
        public String text(String... names) {
            JsonValue value = json();
            for (String name : names) {
                value = ((JsonObject) value).get(name).orElseThrow(() -> new AssertionError(name + " in " + body));
            }
            return value instanceof io.github.chimefake.internal.json.JsonString string
                    ? string.value()
                    : value.toJson();
        }

        public Answer has(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return this;
        }

        /** Checks that it is a 400 about this field. */
        public Answer names(String field) {
            has(400);
            assertThat(body).contains("\"field\":\"" + field + "\"");
            return this;
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    static JsonValue parsed(String json) {
        try {
            return Json.parse(json);
        } catch (MalformedJsonException e) {
            throw new AssertionError(json, e);
        }
    }

    public Answer get(String path) {
        return send(path, request -> request.GET());
    }

    /** Posts a body, in which apostrophes stand for quotation marks. */
    public Answer post(String path, String body) {
        return write("POST", path, body);
    }

    public Answer write(String method, String path, String body) {
        return send(
                path,
                request -> request.method(method, BodyPublishers.ofString(body.replace('\'', '"')))
                        .header("Content-Type", "application/json"));
    }

    public Answer delete(String path) {
        return send(path, HttpRequest.Builder::DELETE);
    }

    public Answer send(String path, UnaryOperator<HttpRequest.Builder> request) {
        try {
            HttpRequest built = request.apply(HttpRequest.newBuilder(URI.create(control.address() + path)))
                    .build();
            HttpResponse<String> response = HTTP.send(built, BodyHandlers.ofString());
            DOCUMENT.requireDescribed(built.method(), path.replaceFirst("\\?.*", ""), response);
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
