package io.github.chimefake.junit.jupiter;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Fields with {@code @RegisterExtension}, by which test classes register a {@link ChimeMessagingFakeExtension}. */
final class FakeFields {
    private FakeFields() {}

    /**
     * Returns the fields of a class, inherited ones included, that hold our extension; without an instance, an instance field is
     * known by its type alone.
     */
    static List<Field> of(Class<?> testClass, Optional<Object> instance) {
        return AnnotationSupport.findAnnotatedFields(
                testClass,
                RegisterExtension.class,
                field -> field.getType() == ChimeMessagingFakeExtension.class
                        || extension(field, instance).isPresent());
    }

    /** Returns the extension in a field; empty if the field holds something else, or if it needs an instance and there is none. */
    static Optional<ChimeMessagingFakeExtension> extension(Field field, Optional<Object> instance) {
        return isStatic(field) || instance.isPresent() ? read(field, instance.orElse(null)) : Optional.empty();
    }

    private static Optional<ChimeMessagingFakeExtension> read(Field field, @Nullable Object instance) {
        return value(field, instance)
                .filter(ChimeMessagingFakeExtension.class::isInstance)
                .map(ChimeMessagingFakeExtension.class::cast);
    }

    /** Returns the value of a static field; empty for an instance field. */
    static Optional<Object> staticValue(Field field) {
        return isStatic(field) ? value(field, null) : Optional.empty();
    }

    // Jupiter takes no instance for a static field, and says so in its documentation alone.
    @SuppressWarnings("NullAway")
    private static Optional<Object> value(Field field, @Nullable Object instance) {
        return ReflectionSupport.tryToReadFieldValue(field, instance).toOptional();
    }

    static boolean isStatic(Field field) {
        return Modifier.isStatic(field.getModifiers());
    }

    /** Returns whether tests of this container may have a fake by an instance field, which is not known before there is an instance. */
    static boolean mayBeInInstancesOf(ExtensionContext container) {
        return container
                        .getTestClass()
                        .filter(FakeFields::hasFittingInstanceField)
                        .isPresent()
                || container.getParent().filter(FakeFields::mayBeInInstancesOf).isPresent();
    }

    private static boolean hasFittingInstanceField(Class<?> testClass) {
        return !AnnotationSupport.findAnnotatedFields(
                        testClass,
                        RegisterExtension.class,
                        field ->
                                !isStatic(field) && field.getType().isAssignableFrom(ChimeMessagingFakeExtension.class))
                .isEmpty();
    }
}
