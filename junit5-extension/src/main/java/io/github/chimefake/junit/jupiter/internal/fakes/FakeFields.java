package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.junit.jupiter.ChimeMessagingFakeExtension;
import io.github.chimefake.junit.jupiter.internal.support.FieldValues;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;

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
    static Optional<FieldExtension> extension(Field field, Optional<Object> instance) {
        return FieldValues.value(field, instance)
                .filter(FieldExtension.class::isInstance)
                .map(FieldExtension.class::cast);
    }

    /** Returns the name of the fake that a field declares; that of an instance field is empty. */
    static String name(Field field) {
        return extension(field, Optional.empty())
                .map(extension -> extension.settings().name())
                .orElse("");
    }

    /** Returns whether tests of this container have a fake by an instance field, which is not known before there is an instance. */
    static boolean areInInstancesOf(ExtensionContext container) {
        return container
                        .getTestClass()
                        .filter(testClass -> of(testClass, Optional.empty()).stream()
                                .anyMatch(field -> !FieldValues.isStatic(field)))
                        .isPresent()
                || container.getParent().filter(FakeFields::areInInstancesOf).isPresent();
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
                        field -> !FieldValues.isStatic(field)
                                && field.getType().isAssignableFrom(ChimeMessagingFakeExtension.class))
                .isEmpty();
    }
}
