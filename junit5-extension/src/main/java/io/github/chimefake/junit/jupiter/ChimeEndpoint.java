package io.github.chimefake.junit.jupiter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Provides a parameter of type {@link java.net.URI} with the address of the fake, for tests that build their own client.
 *
 * <pre>{@code
 * @BeforeEach
 * void configure(@ChimeEndpoint URI endpoint) {
 *     service = new ChatService(endpoint);
 * }
 * }</pre>
 *
 * <p>The fake does not know which test such a client belongs to, so it serves late calls of the client to the next test. May be put on
 * another annotation, which then has the same effect.
 */
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ChimeEndpoint {}
