package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.junit.jupiter.internal.settings.FakeAnnotations;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The test methods that share the fake of a class, whether or not they are selected in this run. */
final class TestMethods {
    private TestMethods() {}

    /** Returns a key of a test method, for the class that its instance is of. */
    static String key(Class<?> testClass, Method method) {
        return testClass.getName() + "." + method.getName() + Arrays.toString(method.getParameterTypes());
    }

    /** Returns the keys of the test methods of a class and its nested classes that have no other fake of this name. */
    static Stream<String> keysOf(Class<?> testClass, String fake) {
        Stream<String> own =
                AnnotationSupport.findAnnotatedMethods(testClass, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                        .stream()
                        .filter(method -> !FakeAnnotations.on(method).containsKey(fake))
                        .map(method -> key(testClass, method));
        Stream<String> nested =
                ReflectionSupport.findNestedClasses(testClass, inner -> sharesFake(inner, fake)).stream()
                        .flatMap(type -> keysOf(type, fake));
        return Stream.concat(own, nested);
    }

    private static boolean sharesFake(Class<?> nested, String fake) {
        return AnnotationSupport.isAnnotated(nested, Nested.class)
                && !AnnotationSupport.isAnnotated(nested, Disabled.class)
                && !FakeAnnotations.on(nested).containsKey(fake)
                && FakeFields.of(nested, Optional.empty()).stream()
                        .noneMatch(field -> FakeFields.name(field).equals(fake));
    }
}
