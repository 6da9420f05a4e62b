package io.github.chimefake.spring.boot.internal;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;

/** The test methods of a class and of those nested in it, in each test framework that Spring supports. */
final class TestMethods {
    /** Annotations of test methods, or annotations on those. */
    private static final Set<String> TESTS =
            Set.of("org.junit.platform.commons.annotation.Testable", "org.junit.Test", "org.testng.annotations.Test");

    private TestMethods() {}

    /** Returns the outermost class whose nested classes, this one among them, share its fake. */
    static Class<?> home(Class<?> testClass) {
        Class<?> around = testClass.getEnclosingClass();
        return around != null && ClassUtils.isInnerClass(testClass) && shareFake(around, testClass)
                ? home(around)
                : testClass;
    }

    /** Returns a key of a test method, for the class that its instance is of. */
    static String key(Class<?> testClass, Method method) {
        return testClass.getName() + "." + method.getName() + Arrays.toString(method.getParameterTypes());
    }

    /** Returns the keys of the test methods of a class and its nested classes that have no other fake. */
    static Stream<String> keysOf(Class<?> testClass) {
        MethodFilter tests = method -> TESTS.stream().anyMatch(name -> has(method, name));
        Stream<String> own =
                MethodIntrospector.selectMethods(testClass, tests).stream().map(method -> key(testClass, method));
        Stream<String> nested = Stream.<Class<?>>iterate(testClass, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredClasses()))
                .filter(type -> has(type, "org.junit.jupiter.api.Nested"))
                .filter(type -> !has(type, "org.junit.jupiter.api.Disabled"))
                .filter(type -> shareFake(testClass, type))
                .flatMap(TestMethods::keysOf);
        return Stream.concat(own, nested);
    }

    /** Returns whether a method makes tests whose results Spring does not announce. */
    static boolean isFactory(Method method) {
        return has(method, "org.junit.jupiter.api.TestFactory");
    }

    private static boolean shareFake(Class<?> outer, Class<?> nested) {
        return FakeDeclaration.of(outer).equals(FakeDeclaration.of(nested));
    }

    private static boolean has(AnnotatedElement element, String annotation) {
        return MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY).isPresent(annotation);
    }
}
