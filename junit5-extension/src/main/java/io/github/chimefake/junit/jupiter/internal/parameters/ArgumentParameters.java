package io.github.chimefake.junit.jupiter.internal.parameters;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Parameters that take the arguments of a parameterized test or class. Before Jupiter 5.14 extensions cannot know how many there
 * are; but they come first, and there is at least one. The module of these annotations is no dependency, so they are known by name.
 */
final class ArgumentParameters {
    private static final String PARAMS = "org.junit.jupiter.params.";

    private ArgumentParameters() {}

    /** Returns whether the parameter at this index certainly takes an argument. */
    static boolean include(Executable executable, int index) {
        if (executable instanceof Constructor<?> constructor) {
            Class<?> testClass = constructor.getDeclaringClass();
            return index == (isInner(testClass) ? 1 : 0) // The first parameter there is the instance around it.
                    && isAnnotated("ParameterizedClass", testClass)
                    && !hasArgumentFields(testClass);
        }
        return index == 0 && isAnnotated("ParameterizedTest", executable);
    }

    private static boolean isInner(Class<?> testClass) {
        return testClass.isMemberClass() && !Modifier.isStatic(testClass.getModifiers());
    }

    private static boolean isAnnotated(String annotation, AnnotatedElement element) {
        return type(annotation)
                .filter(type -> AnnotationSupport.isAnnotated(element, type))
                .isPresent();
    }

    private static boolean hasArgumentFields(Class<?> testClass) {
        return !ReflectionSupport.findFields(
                        testClass, field -> isAnnotated("Parameter", field), HierarchyTraversalMode.TOP_DOWN)
                .isEmpty();
    }

    private static Optional<Class<? extends Annotation>> type(String annotation) {
        return ReflectionSupport.tryToLoadClass(PARAMS + annotation)
                .toOptional()
                .map(type -> type.asSubclass(Annotation.class));
    }
}
