package io.github.chimefake.internal.protocol;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The official model of a service, {@code service-2.json} of the AWS SDKs, in words that our tables can be put into as well.
 *
 * @param json the whole file
 */
record ServiceModel(JsonObject json) {
    static ServiceModel read(Path path) throws IOException, MalformedJsonException {
        return new ServiceModel((JsonObject) Json.parse(Files.readAllBytes(path)));
    }

    /** Method, URI, status, shapes and errors of every operation. */
    Map<String, String> operations() {
        Map<String, String> operations = new TreeMap<>();
        object(json, "operations")
                .members()
                .forEach((name, operation) -> operations.put(name, describe((JsonObject) operation, name)));
        return operations;
    }

    private String describe(JsonObject operation, String name) {
        JsonObject http = object(operation, "http");
        // Where the model has no output, the SDK has a response without members all the same.
        String output =
                operation.get("output").isPresent() ? string(object(operation, "output"), "shape") : name + "Response";
        List<String> errors = array(operation, "errors")
                .map(error -> string((JsonObject) error, "shape"))
                .sorted()
                .toList();
        return string(http, "method") + " " + string(http, "requestUri") + " "
                + number(http, "responseCode").orElse(200) + " " + string(object(operation, "input"), "shape") + " "
                + output + " " + errors + " " + bearer(shape(string(object(operation, "input"), "shape")));
    }

    /** Whether requests have the header that names the bearer, in the words of {@code Operation.Bearer}. */
    private static String bearer(JsonObject input) {
        return object(input, "members").members().entrySet().stream()
                .filter(member -> ((JsonObject) member.getValue())
                        .get("locationName")
                        .filter(new JsonString("x-amz-chime-bearer")::equals)
                        .isPresent())
                .findFirst()
                .map(member -> strings(input, "required").contains(member.getKey()) ? "REQUIRED" : "OPTIONAL")
                .orElse("NONE");
    }

    /** Every error, with its status. */
    Map<String, Integer> errors() {
        Map<String, Integer> errors = new TreeMap<>();
        object(json, "shapes")
                .members()
                .forEach((name, shape) -> ((JsonObject) shape)
                        .get("error")
                        .ifPresent(error -> errors.put(
                                name,
                                number((JsonObject) error, "httpStatusCode").orElseThrow())));
        return errors;
    }

    Set<String> errorCodes() {
        return Set.copyOf(strings(shape("ErrorCode"), "enum"));
    }

    /** Every shape that requests are made of. */
    Map<String, String> requestShapes() {
        Map<String, String> shapes = new TreeMap<>();
        object(json, "operations")
                .members()
                .values()
                .forEach(operation -> describe(string(object((JsonObject) operation, "input"), "shape"), shapes));
        return shapes;
    }

    private void describe(String name, Map<String, String> descriptions) {
        JsonObject shape = shape(name);
        String bounds =
                bounds(number(shape, "min").orElse(0), number(shape, "max").orElse(Shape.UNBOUNDED));
        String type = string(shape, "type");
        String description = switch (type) {
            case "structure" -> {
                List<String> required = strings(shape, "required");
                yield object(shape, "members").members().entrySet().stream()
                        .map(member -> member.getKey()
                                + (required.contains(member.getKey()) ? "* " : " ")
                                + described((JsonObject) member.getValue(), descriptions))
                        .collect(joining(", ", "structure ", ""));
            }
            case "list" -> "list of " + described(object(shape, "member"), descriptions) + bounds;
            case "map" ->
                "map of " + described(object(shape, "key"), descriptions) + " to "
                        + described(object(shape, "value"), descriptions) + bounds;
            case "integer" -> "integer" + bounds;
            case "string" ->
                shape.get("enum").isPresent()
                        ? "enum " + strings(shape, "enum")
                        : "string" + bounds + " "
                                + shape.get("pattern").map(ServiceModel::text).orElse("");
            case "boolean", "timestamp" -> "unconstrained";
            default -> throw new AssertionError("No constraints are known for the type " + type + " of " + name);
        };
        descriptions.put(name, description);
    }

    private String described(JsonObject reference, Map<String, String> descriptions) {
        String name = string(reference, "shape");
        describe(name, descriptions);
        return name;
    }

    static String bounds(int minimum, int maximum) {
        return " " + minimum + ".." + maximum;
    }

    private JsonObject shape(String name) {
        return object(object(json, "shapes"), name);
    }

    private static JsonObject object(JsonObject parent, String name) {
        return (JsonObject) parent.get(name).orElseThrow(() -> new AssertionError(name + " is missing in " + parent));
    }

    private static String string(JsonObject parent, String name) {
        return text(parent.get(name).orElseThrow(() -> new AssertionError(name + " is missing in " + parent)));
    }

    private static Optional<Integer> number(JsonObject parent, String name) {
        return parent.get(name).map(value -> ((JsonNumber) value).value().intValueExact());
    }

    private static Stream<JsonValue> array(JsonObject parent, String name) {
        return parent.get(name).stream().flatMap(value -> ((JsonArray) value).items().stream());
    }

    private static List<String> strings(JsonObject parent, String name) {
        return array(parent, name).map(ServiceModel::text).toList();
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).value();
    }
}
