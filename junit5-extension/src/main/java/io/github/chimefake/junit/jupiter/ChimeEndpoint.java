package io.github.chimefake.junit.jupiter;

import io.github.chimefake.junit.jupiter.internal.fakes.AnnotationExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Provides a parameter or sets a field of type {@link java.net.URI} to the address of the fake, for tests that build their own client.
 *
 * <pre>{@code
 * @BeforeEach
 * void configure(@ChimeEndpoint URI endpoint) {
 *     service = new ChatService(endpoint);
 * }
 * }</pre>
 *
 * <p>The fake cannot determine which test such a client belongs to, so the next test receives late calls of the client. {@link InjectChimeFake}
 * says when fields are set. May be put on
 * another annotation, which then has the same effect.
 *
 * @since 0.1
 */
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(AnnotationExtension.class)
public @interface ChimeEndpoint {}
