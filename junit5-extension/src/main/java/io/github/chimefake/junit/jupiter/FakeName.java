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
 * Chooses the fake that a parameter is provided from, or a field is set from, in tests with several. It claims it for the fake, as
 * {@link InjectChimeFake} does, and may stand beside {@link ChimeBearer}, {@link ChimeMembers} and {@link ChimeEndpoint}.
 *
 * <pre>{@code
 * @Test
 * void copiesMessages(ChimeMessagingServer chime, @FakeName("eu") ChimeMessagingServer eu) {
 *     ...
 * }
 * }</pre>
 *
 * <p>Without it, both are provided from the fake without a name, or from the only one. A name that no fake has is reported with
 * those that exist. May be put on another annotation, which then has the same effect.
 *
 * @see ChimeMessagingFake#name
 * @since 0.1
 */
@Experimental
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(AnnotationExtension.class)
public @interface FakeName {
    /** The name of the fake. */
    String value();
}
