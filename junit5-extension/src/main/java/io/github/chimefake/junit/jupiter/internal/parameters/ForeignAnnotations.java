package io.github.chimefake.junit.jupiter.internal.parameters;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Annotations by which another extension may recognize its parameters: all that are there at run time, except those about the value
 * alone. A list of them cannot be complete, since teams write their own.
 */
final class ForeignAnnotations {
    private static final Set<String> ABOUT_NULL =
            Set.of("Nullable", "NonNull", "Nonnull", "NotNull", "CheckForNull", "PossiblyNull", "UnknownNullness");

    private static final List<String> ABOUT_THE_VALUE = List.of(
            "java.",
            "javax.annotation.", // JSR 305; @Resource cannot stand on a parameter.
            "javax.validation.",
            "jakarta.validation.",
            "kotlin.",
            "lombok.",
            "org.jetbrains.annotations.",
            "org.jspecify.annotations.",
            "org.checkerframework.",
            "org.apiguardian.api.",
            "com.google.errorprone.annotations.",
            "edu.umd.cs.findbugs.annotations.");

    private ForeignAnnotations() {}

    /** Returns the first of them on a parameter or a constructor, in its short form, for example {@code @Autowired}. */
    static Optional<String> on(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> !isAboutTheValue(type) && !isOurs(type))
                .map(type -> "@" + type.getSimpleName())
                .findFirst();
    }

    /** Returns whether it is one of our annotations, or has one. */
    private static boolean isOurs(Class<?> annotation) {
        return InjectionPoint.MARKS.stream()
                .anyMatch(mark -> mark == annotation || AnnotationSupport.isAnnotated(annotation, mark));
    }

    private static boolean isAboutTheValue(Class<?> annotation) {
        return ABOUT_NULL.contains(annotation.getSimpleName())
                || ABOUT_THE_VALUE.stream().anyMatch(annotation.getName()::startsWith);
    }
}
