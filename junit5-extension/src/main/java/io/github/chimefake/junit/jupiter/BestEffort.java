package io.github.chimefake.junit.jupiter;

import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares for tests that are swept, by {@link FaultSweep} or with their whole suite, that the code under test may fail to call these
 * operations, so that a swallowed failure of them is no alarm. On a method, or on a class for all of its tests and those of its
 * {@code @Nested} classes. The configuration parameter {@code chime.fake.sweep.bestEffort} declares it for all tests, with operations
 * separated by commas.
 *
 * <pre>{@code
 * @FaultSweep
 * @BestEffort(UPDATE_CHANNEL_READ_MARKER)
 * void reads(Sweep sweep) {
 *     ...
 * }
 * }</pre>
 *
 * @since 0.1
 */
@Experimental
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface BestEffort {
    /** The operations, at least one. */
    Operation[] value();
}
