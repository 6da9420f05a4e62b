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
 * Provides a parameter or sets a field of type {@code ChimeChannel} with a new channel of the default app instance that has these members. Users are
 * registered if necessary.
 *
 * <pre>{@code
 * @Test
 * void sends(@ChimeMembers(value = {"alice", "bob"}, moderators = "alice") ChimeChannel general) {
 *     ...
 * }
 * }</pre>
 *
 * <p>For a channel with other settings, take a {@code ChimeMessagingServer} and use {@code chime.channel(name)}.
 * {@link InjectChimeFake} says when fields are set. May be put on another
 * annotation, which then has the same effect.
 *
 * @since 0.1
 */
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(AnnotationExtension.class)
@Experimental
public @interface ChimeMembers {
    /** The ids of the members. */
    String[] value() default {};

    /** The ids of the moderators, which become members as well. */
    String[] moderators() default {};

    /**
     * The name of the channel, which must not be taken. By default, the first of {@code general}, {@code general-2}, {@code general-3} and so
     * on that is not, so that several parameters have several channels.
     */
    String name() default "";
}
