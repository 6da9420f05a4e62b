package io.github.chimefake.junit.jupiter;

import io.github.chimefake.Experimental;
import io.github.chimefake.junit.jupiter.internal.fakes.AnnotationExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Provides a parameter or sets a field that stands for a user of the default app instance: the user itself ({@code ChimeUser}), or a client whose
 * requests name the user in {@code x-amz-chime-bearer} ({@code ChimeSdkMessagingClient}, {@code ChimeSdkMessagingAsyncClient}). The user
 * is registered if necessary.
 *
 * <pre>{@code
 * @Test
 * void answers(@ChimeBearer("alice") ChimeUser alice, @ChimeBearer("bob") ChimeSdkMessagingClient bobsClient) {
 *     ...
 * }
 * }</pre>
 *
 * <p>The client is that of {@code chime.clients().speakingFor(user)}. {@link InjectChimeFake} says when
 * fields are set. May be put on another annotation, which then has the same effect.
 *
 * @since 0.1
 */
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(AnnotationExtension.class)
@Experimental
public @interface ChimeBearer {
    /** The id of the user. */
    String value();
}
