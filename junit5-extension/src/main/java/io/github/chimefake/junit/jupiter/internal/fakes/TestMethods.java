package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
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

    /** Returns the keys of the test methods of a class and its nested classes that have no other fake. */
    static Stream<String> keysOf(Class<?> testClass) {
        Stream<String> own =
                AnnotationSupport.findAnnotatedMethods(testClass, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                        .stream()
                        .filter(method -> !AnnotationSupport.isAnnotated(method, ChimeMessagingFake.class))
                        .map(method -> key(testClass, method));
        Stream<String> nested = ReflectionSupport.findNestedClasses(testClass, TestMethods::sharesFake).stream()
                .flatMap(TestMethods::keysOf);
        return Stream.concat(own, nested);
    }

    private static boolean sharesFake(Class<?> nested) {
        return AnnotationSupport.isAnnotated(nested, Nested.class)
                && !AnnotationSupport.isAnnotated(nested, Disabled.class)
                && !AnnotationSupport.isAnnotated(nested, ChimeMessagingFake.class)
                && FakeFields.of(nested, Optional.empty()).isEmpty();
    }
}
