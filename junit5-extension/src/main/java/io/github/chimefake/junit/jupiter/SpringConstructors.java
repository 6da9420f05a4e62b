package io.github.chimefake.junit.jupiter;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Constructors all of whose parameters Spring provides without an annotation on them: by {@code @TestConstructor}, or by a property
 * for all tests. Spring is known by name only, as it is no dependency.
 */
final class SpringConstructors {
    private static final String PROPERTY = "spring.test.constructor.autowire.mode";
    private static final String TEST_CONSTRUCTOR = "org.springframework.test.context.TestConstructor";
    private static final String EXTENSION = "org.springframework.test.context.junit.jupiter.SpringExtension";

    private SpringConstructors() {}

    /** Whether Spring provides all parameters of the constructor of this class. */
    static boolean areAutowired(Class<?> testClass, ExtensionContext context) {
        return usesSpring(testClass)
                && mode(testClass)
                        .or(() -> context.getConfigurationParameter(PROPERTY))
                        .map(mode -> mode.strip().toUpperCase(Locale.ROOT))
                        .equals(Optional.of("ALL"));
    }

    private static boolean usesSpring(Class<?> testClass) {
        return AnnotationSupport.findRepeatableAnnotations(testClass, ExtendWith.class).stream()
                        .flatMap(extendWith -> Arrays.stream(extendWith.value()))
                        .anyMatch(extension -> extension.getName().equals(EXTENSION))
                || around(testClass).filter(SpringConstructors::usesSpring).isPresent();
    }

    private static Optional<String> mode(Class<?> testClass) {
        return find(testClass, new HashSet<>())
                .map(SpringConstructors::autowireMode)
                .or(() -> around(testClass).flatMap(SpringConstructors::mode));
    }

    private static Optional<Class<?>> around(Class<?> nested) {
        return Optional.ofNullable(nested.getEnclosingClass());
    }

    /** As {@code AnnotationSupport.findAnnotation}, which needs the class of the annotation. */
    private static Optional<Annotation> find(AnnotatedElement element, Set<AnnotatedElement> visited) {
        for (Annotation annotation : element.getAnnotations()) {
            Class<?> type = annotation.annotationType();
            if (type.getName().equals(TEST_CONSTRUCTOR)) {
                return Optional.of(annotation);
            }
            Optional<Annotation> within = visited.add(type) ? find(type, visited) : Optional.empty();
            if (within.isPresent()) {
                return within;
            }
        }
        return Optional.empty();
    }

    private static String autowireMode(Annotation testConstructor) {
        return ReflectionSupport.findMethod(testConstructor.annotationType(), "autowireMode")
                .map(method -> String.valueOf(ReflectionSupport.invokeMethod(method, testConstructor)))
                .orElse("");
    }
}
