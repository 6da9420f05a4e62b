package io.github.chimefake.internal.wiremock;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Access to what WireMock has no setting for. The types of its web server have a different name in each artifact, so they are
 * accessed by reflection, through names that all artifacts share.
 */
final class Internals {
    private Internals() {}

    /** Returns what a public method without parameters returns. */
    static Object call(Object target, String method) throws ReflectiveOperationException {
        return nonNull(target.getClass().getMethod(method).invoke(target), method);
    }

    /** Returns the value of a field, private and inherited ones included. */
    static Object read(Object target, String field) throws ReflectiveOperationException {
        return nonNull(field(target.getClass(), field).get(target), field);
    }

    /** Returns a field, private and inherited ones included. */
    static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(type.getName() + "." + name);
    }

    private static Object nonNull(@Nullable Object value, String name) throws ReflectiveOperationException {
        if (value == null) {
            throw new NoSuchFieldException(name + " is null");
        }
        return value;
    }
}
