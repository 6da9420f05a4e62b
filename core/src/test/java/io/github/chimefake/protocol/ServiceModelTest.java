package io.github.chimefake.protocol;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Operation;
import io.github.chimefake.json.Json;
import io.github.chimefake.json.JsonArray;
import io.github.chimefake.json.JsonNumber;
import io.github.chimefake.json.JsonObject;
import io.github.chimefake.json.JsonString;
import io.github.chimefake.json.JsonValue;
import io.github.chimefake.json.MalformedJsonException;
import io.github.chimefake.protocol.Shape.Choice;
import io.github.chimefake.protocol.Shape.ListOf;
import io.github.chimefake.protocol.Shape.MapOf;
import io.github.chimefake.protocol.Shape.Structure;
import io.github.chimefake.protocol.Shape.Text;
import io.github.chimefake.protocol.Shape.TextPattern;
import io.github.chimefake.protocol.Shape.WholeNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Compares our tables with the official service model, {@code service-2.json} of the AWS SDKs, in both directions. Not run
 * unless {@code -Dchime.model=…} says where the model is, which is not ours to distribute.
 */
class ServiceModelTest {
    private static final String PROPERTY = "chime.model";

    private JsonObject model;

    @BeforeEach
    void readModel() throws IOException, MalformedJsonException {
        String path = System.getProperty(PROPERTY, "");
        assumeTrue(
                !path.isEmpty(),
                "Not compared with the official model: set -D" + PROPERTY
                        + " to the absolute path of its service-2.json");
        model = (JsonObject) Json.parse(Files.readAllBytes(Path.of(path)));
    }

    @Test
    void everyOperationOfTheModelIsInTheTableAndNoOther() {
        Map<String, String> expected = new TreeMap<>();
        object(model, "operations")
                .members()
                .forEach((name, operation) -> expected.put(name, describe((JsonObject) operation, name)));
        Map<String, String> actual = new TreeMap<>();
        for (Operation operation : Operation.values()) {
            actual.put(operation.awsName(), describe(operation));
        }

        assertThat(actual).containsExactlyEntriesOf(expected);
    }

    private static String describe(Operation operation) {
        return operation.httpMethod() + " " + operation.uriTemplate() + " " + operation.successStatus() + " "
                + operation.requestType().getSimpleName() + " "
                + operation.responseType().getSimpleName() + " "
                + operation.modelledErrors().stream()
                        .map(ChimeError::errorType)
                        .sorted()
                        .toList();
    }

    private static String describe(JsonObject operation, String name) {
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
                + output + " " + errors;
    }

    @Test
    void everyErrorOfTheModelIsInTheCatalogueAndNoOther() {
        Map<String, Integer> expected = new TreeMap<>();
        object(model, "shapes")
                .members()
                .forEach((name, shape) -> ((JsonObject) shape)
                        .get("error")
                        .ifPresent(error -> expected.put(
                                name,
                                number((JsonObject) error, "httpStatusCode").orElseThrow())));
        Map<String, Integer> actual = new TreeMap<>();
        Stream.of(ChimeError.values())
                .filter(ChimeError::isModelled)
                .forEach(error -> actual.put(error.errorType(), error.status()));

        assertThat(actual).containsExactlyEntriesOf(expected);
    }

    @Test
    void everyErrorCodeIsOneOfTheModel() {
        Set<String> codes = Set.copyOf(strings(shape("ErrorCode"), "enum"));

        assertThat(ChimeError.values())
                .flatExtracting(error -> error.code().stream().toList())
                .isSubsetOf(codes);
    }

    @Test
    void everyShapeOfARequestIsInTheTableOfConstraintsAndNoOther() {
        Map<String, String> expected = new TreeMap<>();
        object(model, "operations")
                .members()
                .values()
                .forEach(operation ->
                        describeShape(string(object((JsonObject) operation, "input"), "shape"), expected));
        Map<String, String> actual = new TreeMap<>();
        for (Operation operation : Operation.values()) {
            describeShape(RequestShapes.of(operation), actual);
        }

        assertThat(actual).containsExactlyEntriesOf(expected);
    }

    /** Describes a shape of the table, and all that it is made of. */
    private static void describeShape(Shape shape, Map<String, String> descriptions) {
        String description;
        if (shape instanceof Structure structure) {
            structure.members().forEach(member -> describeShape(member.shape(), descriptions));
            description = structure.members().stream()
                    .map(member -> member.name()
                            + (member.isRequired() ? "* " : " ")
                            + member.shape().name())
                    .collect(joining(", ", "structure ", ""));
        } else if (shape instanceof ListOf list) {
            describeShape(list.item(), descriptions);
            description = "list of " + list.item().name() + bounds(list.minSize(), list.maxSize());
        } else if (shape instanceof MapOf map) {
            describeShape(map.key(), descriptions);
            describeShape(map.value(), descriptions);
            description = "map of " + map.key().name() + " to " + map.value().name() + bounds(0, Shape.UNBOUNDED);
        } else if (shape instanceof Choice choice) {
            description = "enum " + choice.values();
        } else if (shape instanceof WholeNumber number) {
            description = "integer" + bounds(number.minimum(), number.maximum());
        } else if (shape instanceof Text text) {
            description = "string" + bounds(text.minLength(), text.maxLength()) + " "
                    + text.pattern().map(TextPattern::model).orElse("");
        } else {
            description = "unconstrained";
        }
        assertThat(descriptions.getOrDefault(shape.name(), description))
                .as("two shapes of the table have the name %s", shape.name())
                .isEqualTo(description);
        descriptions.put(shape.name(), description);
    }

    /** Describes a shape of the model in the same words, and all that it is made of. */
    private void describeShape(String name, Map<String, String> descriptions) {
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
                                + shape.get("pattern")
                                        .map(ServiceModelTest::text)
                                        .orElse("");
            case "boolean", "timestamp" -> "unconstrained";
            default -> throw new AssertionError("No constraints are known for the type " + type + " of " + name);
        };
        descriptions.put(name, description);
    }

    private String described(JsonObject reference, Map<String, String> descriptions) {
        String name = string(reference, "shape");
        describeShape(name, descriptions);
        return name;
    }

    private static String bounds(int minimum, int maximum) {
        return " " + minimum + ".." + maximum;
    }

    private JsonObject shape(String name) {
        return object(object(model, "shapes"), name);
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
        return array(parent, name).map(ServiceModelTest::text).toList();
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).value();
    }
}
