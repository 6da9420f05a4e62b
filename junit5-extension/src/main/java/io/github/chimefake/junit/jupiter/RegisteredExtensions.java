package io.github.chimefake.junit.jupiter;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The extensions that test classes register by annotations and fields. Jupiter itself does not list them. */
final class RegisteredExtensions {
    private RegisteredExtensions() {}

    /**
     * Returns the types of those that are registered when a constructor is about to run. Instance fields register theirs after
     * the constructor of their class, so only those of classes around it count.
     */
    static Stream<Class<?>> before(Constructor<?> constructor, ExtensionContext context) {
        List<ExtensionContext> contexts = withParents(context).toList();
        Predicate<ExtensionContext> isOfConstructor = of -> of.getTestClass()
                .filter(constructor.getDeclaringClass()::equals)
                .isPresent();
        Stream<ExtensionContext> around =
                contexts.stream().dropWhile(isOfConstructor.negate()).dropWhile(isOfConstructor);
        return Stream.of(
                        contexts.stream()
                                .flatMap(each -> each.getElement().stream())
                                .flatMap(RegisteredExtensions::byAnnotation),
                        fields(contexts.stream(), FakeFields::isStatic),
                        fields(around, field -> !FakeFields.isStatic(field)))
                .flatMap(types -> types);
    }

    private static Stream<ExtensionContext> withParents(ExtensionContext context) {
        return Stream.iterate(
                        Optional.of(context), Optional::isPresent, each -> each.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream);
    }

    private static Stream<Class<?>> byAnnotation(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, ExtendWith.class).stream()
                .flatMap(extendWith -> Arrays.stream(extendWith.value()));
    }

    private static Stream<Class<?>> fields(Stream<ExtensionContext> contexts, Predicate<Field> fitting) {
        return contexts.flatMap(context -> context.getTestClass().stream())
                .distinct()
                .flatMap(testClass ->
                        ReflectionSupport.findFields(testClass, fitting, HierarchyTraversalMode.TOP_DOWN).stream())
                .flatMap(field -> Stream.concat(byAnnotation(field), byValue(field)));
    }

    private static Stream<Class<?>> byValue(Field field) {
        return AnnotationSupport.isAnnotated(field, RegisterExtension.class)
                ? Stream.of(FakeFields.staticValue(field)
                        .<Class<?>>map(Object::getClass)
                        .orElse(field.getType()))
                : Stream.empty();
    }
}
