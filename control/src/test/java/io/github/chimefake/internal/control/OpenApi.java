package io.github.chimefake.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.control.api.ControlRoutes;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The OpenAPI document as a program in another language reads it: by its text alone, without the classes that wrote it.
 *
 * @param document the document
 */
public record OpenApi(JsonObject document) {

    /** Returns the one in the jar. */
    public static OpenApi checkedIn() {
        return new OpenApi((JsonObject) Served.parsed(text()));
    }

    public static String text() {
        try (InputStream in = ControlRoutes.class.getResourceAsStream("/io/github/chimefake/control/openapi.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks that the response is one of those that the document describes for the operation. */
    public void requireDescribed(String method, String path, HttpResponse<String> response) {
        JsonObject operation = operation(method, path).orElse(null);
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        String sent = method + " " + path + ": " + response.statusCode() + " " + response.body();
        if (operation == null) {
            assertThat(response.statusCode()).as(sent).isBetween(400, 405);
            requireValid(schema("Problem"), Served.parsed(response.body()), sent);
            return;
        }
        JsonObject described = object(operation, "responses")
                .get(String.valueOf(response.statusCode()))
                .map(JsonObject.class::cast)
                .orElseThrow(() -> new AssertionError("not documented: " + sent));
        if (type.isEmpty()) {
            assertThat(described.get("content")).as(sent).isEmpty();
            assertThat(response.body()).as(sent).isEmpty();
            return;
        }
        JsonObject schema = object(object(object(described, "content"), type), "schema");
        JsonValue body = type.equals("text/plain") ? new JsonString(response.body()) : Served.parsed(response.body());
        requireValid(schema, body, sent);
    }

    /** Returns the operation that serves the method and path; empty if none does. */
    public Optional<JsonObject> operation(String method, String path) {
        return object(document, "paths").members().entrySet().stream()
                .filter(entry -> path.matches(entry.getKey().replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+")))
                .sorted((one, other) -> Boolean.compare(
                        one.getKey().contains("{"), other.getKey().contains("{")))
                .flatMap(entry -> ((JsonObject) entry.getValue()).get(method.toLowerCase(Locale.ROOT)).stream())
                .map(JsonObject.class::cast)
                .findFirst();
    }

    private JsonObject schema(String name) {
        return object(object(object(document, "components"), "schemas"), name);
    }

    public static JsonObject object(JsonObject parent, String name) {
        return (JsonObject) parent.get(name).orElseThrow(() -> new AssertionError(name + " in " + parent));
    }

    private void requireValid(JsonObject schema, JsonValue value, String sent) {
        assertThat(isValid(schema, value))
                .as(schema + "\ndoes not describe\n" + sent)
                .isTrue();
    }

    /** Returns whether a JSON Schema, of the keywords that the document uses, accepts a value. */
    public boolean isValid(JsonObject schema, JsonValue value) {
        return schema.members().entrySet().stream()
                .allMatch(keyword -> accepts(keyword.getKey(), keyword.getValue(), schema, value));
    }

    private boolean accepts(String keyword, JsonValue argument, JsonObject schema, JsonValue value) {
        return switch (keyword) {
            case "$ref" -> isValid(schema(text(argument).replaceFirst(".*/", "")), value);
            case "type" -> isOfType(text(argument), value);
            case "enum" -> ((JsonArray) argument).items().contains(value);
            case "oneOf" ->
                items(argument)
                                .filter(each -> isValid((JsonObject) each, value))
                                .count()
                        == 1;
            case "required" ->
                !(value instanceof JsonObject object)
                        || items(argument)
                                .allMatch(name -> object.get(text(name)).isPresent());
            case "properties" ->
                !(value instanceof JsonObject object)
                        || object.members().entrySet().stream()
                                .allMatch(member -> ((JsonObject) argument)
                                        .get(member.getKey())
                                        .map(each -> isValid((JsonObject) each, member.getValue()))
                                        .orElse(true));
            case "additionalProperties" ->
                !(value instanceof JsonObject object)
                        || object.members().entrySet().stream()
                                .filter(member -> schema.get("properties")
                                        .flatMap(properties -> ((JsonObject) properties).get(member.getKey()))
                                        .isEmpty())
                                .allMatch(member -> argument instanceof JsonObject each
                                        ? isValid(each, member.getValue())
                                        : ((JsonBoolean) argument).value());
            case "items" ->
                !(value instanceof JsonArray array)
                        || array.items().stream().allMatch(each -> isValid((JsonObject) argument, each));
            case "minItems" ->
                !(value instanceof JsonArray array) || array.items().size() >= number(argument);
            case "maxItems" ->
                !(value instanceof JsonArray array) || array.items().size() <= number(argument);
            case "minLength" ->
                !(value instanceof JsonString string) || string.value().length() >= number(argument);
            case "maxLength" ->
                !(value instanceof JsonString string) || string.value().length() <= number(argument);
            case "minimum" ->
                !(value instanceof JsonNumber found) || found.value().doubleValue() >= number(argument);
            case "maximum" ->
                !(value instanceof JsonNumber found) || found.value().doubleValue() <= number(argument);
            case "pattern" ->
                !(value instanceof JsonString string) || string.value().matches(text(argument));
            case "description" -> true;
            default -> throw new AssertionError("the test does not know the keyword " + keyword);
        };
    }

    private static boolean isOfType(String type, JsonValue value) {
        return switch (type) {
            case "object" -> value instanceof JsonObject;
            case "array" -> value instanceof JsonArray;
            case "string" -> value instanceof JsonString;
            case "boolean" -> value instanceof JsonBoolean;
            case "number" -> value instanceof JsonNumber;
            case "integer" ->
                value instanceof JsonNumber number
                        && number.value().stripTrailingZeros().scale() <= 0;
            default -> throw new AssertionError("the test does not know the type " + type);
        };
    }

    private static Stream<JsonValue> items(JsonValue array) {
        return ((JsonArray) array).items().stream();
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).value();
    }

    private static double number(JsonValue value) {
        return ((JsonNumber) value).value().doubleValue();
    }

    /** Returns every object in the document, itself included. */
    public Stream<JsonObject> objects() {
        return objects(document);
    }

    private static Stream<JsonObject> objects(JsonValue value) {
        if (value instanceof JsonObject object) {
            return Stream.concat(
                    Stream.of(object), object.members().values().stream().flatMap(OpenApi::objects));
        }
        return value instanceof JsonArray array ? array.items().stream().flatMap(OpenApi::objects) : Stream.of();
    }

    /** Returns the names of the keys of an object. */
    public static List<String> keys(JsonObject object) {
        return List.copyOf(object.members().keySet());
    }
}
