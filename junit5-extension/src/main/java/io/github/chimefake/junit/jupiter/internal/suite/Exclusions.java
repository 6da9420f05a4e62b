package io.github.chimefake.junit.jupiter.internal.suite;

import io.github.chimefake.junit.jupiter.FaultSweep;
import io.github.chimefake.junit.jupiter.NotSwept;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.PreconditionViolationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/** Why tests are not swept, as far as that is known before they are run again. */
final class Exclusions {
    static final String WITHOUT_FRESH_FAKE =
            "its fake is neither started nor reset before each test method. Use @ChimeMessagingFake, or start or reset the"
                    + " fake in @BeforeEach";

    static final String SWEPT_BY_ITSELF = "has @FaultSweep";

    private Exclusions() {}

    static String severalFakes(int number) {
        return "it starts or resets " + number
                + " fakes, so that it is open which one is to be swept. Declare each with"
                + " @ChimeMessagingFake(name = …) on the class: then they are swept in turn";
    }

    /** Returns why a test is not swept, by its declaration; empty if it is. */
    static Optional<String> in(ExtensionContext test) {
        return declared(elements(test).toList())
                .or(() -> test.getTestInstanceLifecycle().equals(Optional.of(Lifecycle.PER_CLASS))
                        ? Optional.of("its class has one instance for all tests, whose fields keep what they leave")
                        : Optional.empty());
    }

    /** Returns why a test is not swept, by the annotations of its method and the classes around it. */
    static Optional<String> declared(List<AnnotatedElement> elements) {
        return elements.stream()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, NotSwept.class).stream())
                .findFirst()
                .map(annotation -> "@NotSwept: " + annotation.value())
                .or(() ->
                        elements.stream().anyMatch(element -> AnnotationSupport.isAnnotated(element, FaultSweep.class))
                                ? Optional.of(SWEPT_BY_ITSELF)
                                : Optional.empty());
    }

    /** Returns the method of a test and the classes around it, as far as they are known without an extension. */
    static List<AnnotatedElement> elements(TestIdentifier test) {
        List<AnnotatedElement> elements = new ArrayList<>();
        test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .ifPresent(source -> {
                    try {
                        elements.add(source.getJavaMethod());
                        for (Class<?> type = source.getJavaClass(); type != null; type = type.getEnclosingClass()) {
                            elements.add(type);
                        }
                    } catch (PreconditionViolationException notFound) { // Another engine may name what is no method.
                        elements.clear();
                    }
                });
        return elements;
    }

    /** Returns the test method and the classes around it. */
    static Stream<AnnotatedElement> elements(ExtensionContext context) {
        return Stream.concat(
                context.getElement().stream(), context.getParent().stream().flatMap(Exclusions::elements));
    }

    /** Returns why a test cannot be run again by itself; empty if it can. */
    static Optional<String> byKind(TestIdentifier test) {
        List<Segment> segments = test.getUniqueIdObject().getSegments();
        Segment engine = segments.stream()
                .filter(segment -> segment.getType().equals("engine"))
                .reduce((outer, inner) -> inner)
                .orElseThrow();
        if (!engine.getValue().equals("junit-jupiter")) {
            return Optional.of("the engine " + engine.getValue() + " runs it; only tests of JUnit Jupiter are swept");
        }
        return isDynamic(test.getUniqueIdObject())
                ? Optional.of("it is a dynamic test. Use @ParameterizedTest")
                : Optional.empty();
    }

    static boolean isDynamic(UniqueId id) {
        return id.getSegments().stream().anyMatch(segment -> segment.getType().equals("dynamic-test"));
    }
}
