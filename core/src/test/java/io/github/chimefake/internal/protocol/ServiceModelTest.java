package io.github.chimefake.internal.protocol;

import static io.github.chimefake.internal.protocol.ServiceModel.bounds;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.json.MalformedJsonException;
import io.github.chimefake.internal.protocol.Shape.Choice;
import io.github.chimefake.internal.protocol.Shape.ListOf;
import io.github.chimefake.internal.protocol.Shape.MapOf;
import io.github.chimefake.internal.protocol.Shape.Structure;
import io.github.chimefake.internal.protocol.Shape.Text;
import io.github.chimefake.internal.protocol.Shape.TextPattern;
import io.github.chimefake.internal.protocol.Shape.WholeNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares our tables with the official service models in both directions. Not run for a service unless its property says
 * where its model is, which is not ours to distribute.
 */
class ServiceModelTest {
    /** The two services; what both have stands in both. */
    private enum Service {
        MESSAGING("chime.model") {
            @Override
            Stream<? extends Operation> operations() {
                return ChimeService.MESSAGING.operations().stream();
            }
        },
        IDENTITY("chime.identity.model") {
            @Override
            Stream<? extends Operation> operations() {
                return Stream.concat(
                        ChimeService.IDENTITY.operations().stream(),
                        Stream.of(Operation.LIST_TAGS_FOR_RESOURCE, Operation.TAG_RESOURCE, Operation.UNTAG_RESOURCE));
            }
        };

        private final String property;

        Service(String property) {
            this.property = property;
        }

        abstract Stream<? extends Operation> operations();

        ServiceModel model() throws IOException, MalformedJsonException {
            String path = System.getProperty(property, "");
            assumeTrue(
                    !path.isEmpty(),
                    "Not compared with the official model: set -D" + property
                            + " to the absolute path of its service-2.json");
            return ServiceModel.read(Path.of(path));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationOfTheModelIsInTheTableAndNoOther(Service service) throws IOException, MalformedJsonException {
        Map<String, String> actual = new TreeMap<>();
        service.operations().forEach(operation -> actual.put(operation.awsName(), describe(operation)));

        assertThat(actual).containsExactlyEntriesOf(service.model().operations());
    }

    private static String describe(Operation operation) {
        return operation.httpMethod() + " " + operation.uriTemplate() + " " + operation.successStatus() + " "
                + operation.requestType().getSimpleName() + " "
                + operation.responseType().getSimpleName() + " "
                + operation.modeledErrors().stream()
                        .map(ChimeError::errorType)
                        .sorted()
                        .toList()
                + " " + operation.bearer();
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorOfTheModelIsInTheCatalogueAndNoOther(Service service) throws IOException, MalformedJsonException {
        Map<String, Integer> actual = new TreeMap<>();
        Stream.of(ChimeError.values())
                .filter(ChimeError::isModeled)
                .forEach(error -> actual.put(error.errorType(), error.status()));

        assertThat(actual).containsExactlyEntriesOf(service.model().errors());
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorCodeIsOneOfTheModel(Service service) throws IOException, MalformedJsonException {
        List<String> codes = Stream.of(ChimeError.values())
                .flatMap(error -> error.code().stream())
                .toList();

        assertThat(codes).isSubsetOf(service.model().errorCodes());
    }

    @ParameterizedTest
    @EnumSource
    void everyShapeOfARequestIsInTheTableOfConstraintsAndNoOther(Service service)
            throws IOException, MalformedJsonException {
        Map<String, String> actual = new TreeMap<>();
        service.operations().forEach(operation -> describe(RequestShapes.of(operation), actual));

        assertThat(actual).containsExactlyEntriesOf(service.model().requestShapes());
    }

    /** Describes a shape of the table in the model's words, and all that it is made of. */
    private static void describe(Shape shape, Map<String, String> descriptions) {
        String description;
        if (shape instanceof Structure structure) {
            structure.members().forEach(member -> describe(member.shape(), descriptions));
            description = structure.members().stream()
                    .map(member -> member.name()
                            + (member.isRequired() ? "* " : " ")
                            + member.shape().name())
                    .collect(joining(", ", "structure ", ""));
        } else if (shape instanceof ListOf list) {
            describe(list.item(), descriptions);
            description = "list of " + list.item().name() + bounds(list.minSize(), list.maxSize());
        } else if (shape instanceof MapOf map) {
            describe(map.key(), descriptions);
            describe(map.value(), descriptions);
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
}
