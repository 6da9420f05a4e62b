package io.github.chimefake.junit.jupiter;

import io.github.chimefake.Experimental;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Excludes a test, or all tests of a class, from the sweep of a whole suite, which runs tests many times: because it changes something
 * outside of the JVM, for example. The report lists it with the reason.
 *
 * @see FaultSweep
 * @since 0.1
 */
@Experimental
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface NotSwept {
    /** The reason, for the report. */
    String value();
}
