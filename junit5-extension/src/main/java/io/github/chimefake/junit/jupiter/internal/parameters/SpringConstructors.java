package io.github.chimefake.junit.jupiter.internal.parameters;

import io.github.chimefake.junit.jupiter.internal.support.FieldValues;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Constructors all of whose parameters Spring provides without an annotation on them: by {@code @TestConstructor}, or by a property
 * for all tests. Where these are looked for depends on other annotations and on the version of Spring, so Spring's own extension is
 * asked. Spring is known by name only, as it is no dependency.
 */
final class SpringConstructors {
    private static final String EXTENSION = "org.springframework.test.context.junit.jupiter.SpringExtension";

    private SpringConstructors() {}

    /** Returns whether Spring provides the parameter of a constructor. */
    static boolean provide(ParameterContext parameter, Constructor<?> constructor, ExtensionContext context) {
        return registeredBefore(constructor, context)
                .filter(SpringConstructors::isSprings)
                .anyMatch(type -> newExtension(type).supportsParameter(parameter, context));
    }

    /**
     * Returns the types of the extensions that annotations and fields register before a constructor runs. Jupiter does not list them.
     * Instance fields register theirs after the constructor of their class, so only those of classes around it count.
     */
    private static Stream<Class<?>> registeredBefore(Constructor<?> constructor, ExtensionContext context) {
        List<ExtensionContext> contexts = Stream.iterate(
                        Optional.of(context), Optional::isPresent, each -> each.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream)
                .toList();
        Predicate<ExtensionContext> isOfConstructor =
                each -> each.getTestClass().equals(Optional.of(constructor.getDeclaringClass()));
        Stream<ExtensionContext> around =
                contexts.stream().dropWhile(isOfConstructor.negate()).dropWhile(isOfConstructor);
        return Stream.of(
                        contexts.stream()
                                .flatMap(each -> each.getElement().stream())
                                .flatMap(SpringConstructors::byAnnotation),
                        byFields(contexts.stream(), FieldValues::isStatic),
                        byFields(around, field -> !FieldValues.isStatic(field)))
                .flatMap(types -> types);
    }

    private static Stream<Class<?>> byAnnotation(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, ExtendWith.class).stream()
                .flatMap(extendWith -> Arrays.stream(extendWith.value()));
    }

    private static Stream<Class<?>> byFields(Stream<ExtensionContext> contexts, Predicate<Field> fitting) {
        return contexts.flatMap(context -> context.getTestClass().stream())
                .distinct()
                .flatMap(testClass ->
                        ReflectionSupport.findFields(testClass, fitting, HierarchyTraversalMode.TOP_DOWN).stream())
                .flatMap(field -> Stream.concat(byAnnotation(field), byValue(field)));
    }

    private static Stream<Class<?>> byValue(Field field) {
        return AnnotationSupport.isAnnotated(field, RegisterExtension.class)
                ? Stream.of(FieldValues.value(field, Optional.empty())
                        .<Class<?>>map(Object::getClass)
                        .orElse(field.getType()))
                : Stream.empty();
    }

    private static boolean isSprings(Class<?> extension) {
        return superclasses(extension).anyMatch(type -> type.getName().equals(EXTENSION));
    }

    private static Stream<Class<?>> superclasses(Class<?> type) {
        return Stream.iterate(type, Objects::nonNull, Class::getSuperclass);
    }

    /**
     * Jupiter gives no access to the registered instance. Spring's extension keeps no state, so that another one decides the same. A
     * subclass may override the decision; for one without a default constructor, its superclass is asked.
     */
    private static ParameterResolver newExtension(Class<?> extension) {
        return superclasses(extension)
                .filter(SpringConstructors::canBeCreated)
                .findFirst()
                .map(type -> ReflectionSupport.newInstance(type.asSubclass(ParameterResolver.class)))
                .orElseThrow();
    }

    private static boolean canBeCreated(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers())
                && Arrays.stream(type.getDeclaredConstructors())
                        .anyMatch(constructor -> constructor.getParameterCount() == 0);
    }
}
