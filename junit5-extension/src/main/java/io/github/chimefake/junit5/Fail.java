package io.github.chimefake.junit5;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.IdentityOperation;
import io.github.chimefake.call.Operation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Calls of these operations fail, as with {@code chime.faults().on(…).calls(…).fail(…)}: in every test of this class, or in
 * this test.
 *
 * <pre>{@code
 * @Test
 * @Fail(operation = LIST_CHANNELS, with = UNAUTHORIZED_CLIENT, calls = 2)
 * void asksAThirdTime(ChimeSdkMessagingClient client) {
 *     ...
 * }
 * }</pre>
 *
 * <p>On a class, the fault belongs to the baseline, and its calls are counted anew in every test.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(Fail.Failures.class)
@ExtendWith(ChimeMessagingFakeExtension.class)
public @interface Fail {
    /** The value of {@link #calls} that stands for every call. */
    int EVERY_CALL = Integer.MAX_VALUE;

    /** The operations; at least one, or else an {@link #identityOperation}. */
    Operation[] operation() default {};

    /** Operations of Chime SDK identity, which have no bearer, so that {@link #by} cannot go with them. */
    IdentityOperation[] identityOperation() default {};

    /** The answer. */
    ChimeError with();

    /** How many calls fail, at least 1; every call by default. The retries of an SDK belong to one call. */
    int calls() default EVERY_CALL;

    /** Whose calls: the id of a user of the fake's app instance, or the ARN of any; everybody's by default. */
    String by() default "";

    /** Several of them. */
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @Documented
    @Inherited
    @ExtendWith(ChimeMessagingFakeExtension.class)
    @interface Failures {
        /** Each of them. */
        Fail[] value();
    }
}
