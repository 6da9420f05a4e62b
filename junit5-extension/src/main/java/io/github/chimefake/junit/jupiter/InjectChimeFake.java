package io.github.chimefake.junit.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Claims a parameter for the fake. It is needed only for a parameter that would otherwise be left to another extension: one that also
 * has annotations of other extensions, and the first parameter of a {@code @ParameterizedTest}.
 *
 * <pre>{@code
 * @Test
 * void postsAMessage(@InjectChimeFake @Slow ChimeSdkMessagingClient client) {
 *     ...
 * }
 * }</pre>
 *
 * <p>If another extension claims the same parameter, Jupiter reports competing extensions. May be put on another annotation, which
 * then has the same effect. The address of the fake is provided by {@link ChimeEndpoint}.
 *
 * @since 0.1
 */
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface InjectChimeFake {}
