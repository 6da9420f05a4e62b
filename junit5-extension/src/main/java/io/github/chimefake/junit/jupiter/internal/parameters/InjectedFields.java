package io.github.chimefake.junit.jupiter.internal.parameters;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.ChimeMembers;
import io.github.chimefake.junit.jupiter.InjectChimeFake;
import io.github.chimefake.junit.jupiter.internal.support.FieldValues;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The fields of test classes that have an annotation of ours, and so are set to something of the fake. */
public final class InjectedFields {
    private InjectedFields() {}

    /**
     * Returns the static fields of a class and those it extends, checked.
     *
     * @throws ExtensionConfigurationException if one, or an instance field, is declared wrongly
     */
    public static List<Field> ofClass(Class<?> testClass) {
        return all(testClass).filter(FieldValues::isStatic).toList();
    }

    /** Returns the instance fields of a class and those it extends, checked. */
    public static List<Field> ofInstances(Class<?> testClass) {
        return all(testClass).filter(field -> !FieldValues.isStatic(field)).toList();
    }

    /** Jupiter before 5.11 leaves out a field that has the name of one in a subclass. */
    private static Stream<Field> all(Class<?> testClass) {
        List<Field> marked = Stream.<Class<?>>iterate(testClass, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field ->
                        field.getDeclaredAnnotations().length > 0) // Most have none, and are asked for each test.
                .filter(field -> new InjectionPoint.OfField(field).isMarked())
                .toList();
        marked.forEach(InjectedFields::check);
        return marked.stream();
    }

    private static void check(Field field) {
        InjectionPoint point = new InjectionPoint.OfField(field);
        Injectable.of(point);
        if (Modifier.isFinal(field.getModifiers())) {
            throw point.wrong(point + " is final, so it cannot be set to a value of the fake. Leave out final, or take"
                    + " the value as a parameter of the constructor");
        }
        if (point.find(InjectChimeFake.class).isEmpty()) {
            ForeignAnnotations.on(field).ifPresent(other -> {
                throw point.wrong(
                        point + " has the annotation " + other + " beside one of the Chime messaging fake, so that"
                                + " another extension may set it, too. Leave out one of them; or add @InjectChimeFake if "
                                + other
                                + " sets nothing");
            });
        }
    }

    /**
     * Sets a field.
     *
     * @param instance the test instance; null for a static field
     */
    public static void set(Field field, @Nullable Object instance, ChimeMessagingServer chime) {
        put(
                field,
                instance,
                Injectable.of(new InjectionPoint.OfField(field)).orElseThrow().value(chime));
    }

    /** Returns whether the field is set to something of one server, and not to what its state contains. */
    public static boolean isOfServer(Field field) {
        return new InjectionPoint.OfField(field).find(ChimeMembers.class).isEmpty();
    }

    /**
     * Sets a field to a value.
     *
     * @param instance the test instance; null for a static field
     */
    public static void put(Field field, @Nullable Object instance, @Nullable Object value) {
        try {
            field.setAccessible(true);
            field.set(instance, value);
        } catch (IllegalAccessException | InaccessibleObjectException closed) {
            throw new ExtensionConfigurationException(
                    "The field " + field + " cannot be set. Open its package to " + InjectedFields.class.getModule()
                            + ", or take the value as a parameter",
                    closed);
        }
    }
}
