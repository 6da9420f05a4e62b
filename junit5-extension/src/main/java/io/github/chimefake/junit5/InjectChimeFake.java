package io.github.chimefake.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the fake provides this parameter. Needed only where that is not clear: on a parameter that has annotations of others
 * too, and on the first parameter of a {@code @ParameterizedTest}.
 *
 * <pre>{@code
 * @Test
 * void postsAMessage(@InjectChimeFake @Slow ChimeSdkMessagingClient client) {
 *     ...
 * }
 * }</pre>
 *
 * <p>An extension that claims the same parameter does so nevertheless, and Jupiter then reports that two extensions compete. May
 * stand on another annotation, which then does the same. The address of the fake is injected by {@link ChimeEndpoint}.
 */
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface InjectChimeFake {}
