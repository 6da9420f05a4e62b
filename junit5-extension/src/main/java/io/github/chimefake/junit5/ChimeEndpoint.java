package io.github.chimefake.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This parameter of type {@link java.net.URI} is where clients reach the fake, for tests that build a client of their own.
 *
 * <pre>{@code
 * @BeforeEach
 * void configure(@ChimeEndpoint URI endpoint) {
 *     service = new ChatService(endpoint);
 * }
 * }</pre>
 *
 * <p>May stand on another annotation, which then does the same.
 *
 * <p>The fake cannot tell which test such a client belongs to, so its late calls are served to the next test.
 */
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ChimeEndpoint {}
