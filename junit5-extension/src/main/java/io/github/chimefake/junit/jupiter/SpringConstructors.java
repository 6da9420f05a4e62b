package io.github.chimefake.junit.jupiter;

import java.lang.reflect.Constructor;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
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
        return RegisteredExtensions.before(constructor, context)
                .flatMap(type -> springs(type).stream())
                .findFirst()
                .filter(type -> newExtension(type).supportsParameter(parameter, context))
                .isPresent();
    }

    /** Returns the type itself or the superclass that is Spring's extension. */
    private static Optional<Class<?>> springs(Class<?> extension) {
        return Stream.<Class<?>>iterate(extension, Objects::nonNull, Class::getSuperclass)
                .filter(type -> type.getName().equals(EXTENSION))
                .findFirst();
    }

    // Jupiter gives no access to the registered instance; Spring's extension keeps no state, so that another one
    // decides the same.
    private static ParameterResolver newExtension(Class<?> type) {
        return ReflectionSupport.newInstance(type.asSubclass(ParameterResolver.class));
    }
}
