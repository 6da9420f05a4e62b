package io.github.chimefake.junit.jupiter.internal.support;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** Reads the fields of test classes. */
public final class FieldValues {
    private FieldValues() {}

    /** Returns the value of a field; empty if it is null, or if the field needs an instance and there is none. */
    public static Optional<Object> value(Field field, Optional<Object> instance) {
        return isStatic(field) || instance.isPresent() ? read(field, instance.orElse(null)) : Optional.empty();
    }

    // Jupiter takes no instance for a static field, and says so in its documentation alone.
    @SuppressWarnings("NullAway")
    private static Optional<Object> read(Field field, @Nullable Object instance) {
        return ReflectionSupport.tryToReadFieldValue(field, instance).toOptional();
    }

    /** Returns whether the field is static. */
    public static boolean isStatic(Field field) {
        return Modifier.isStatic(field.getModifiers());
    }
}
