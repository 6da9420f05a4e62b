package io.github.chimefake.junit.jupiter;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Experimental;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.junit.jupiter.internal.failures.FailureSourceProvider;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Source of arguments for a {@code @ParameterizedTest}: failures that an operation can meet in production. The arguments are of type
 * {@link io.github.chimefake.failures.OperationFailure}, and nothing fails before the test injects them.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @FailureSource(value = SEND_CHANNEL_MESSAGE, placements = {RESPONSE_LOST, RESPONSE_LOST_ONCE})
 * void postsAtMostOnce(OperationFailure failure, ChimeMessagingServer chime) {
 *     failure.inject(chime);
 *     ...
 * }
 * }</pre>
 *
 * <p>A failure is selected if it fits all members. It needs {@code org.junit.jupiter:junit-jupiter-params}, which the extension does not
 * bring. Wrong values, and members that no failure fits, are reported as
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException}. May be put on another annotation.
 *
 * @see AuthorizationFailures
 * @since 0.1
 */
@Experimental
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ArgumentsSource(FailureSourceProvider.class)
public @interface FailureSource {
    /** The operations, at least one. */
    Operation[] value();

    /** The errors; by default any, and failures of the network. */
    ChimeError[] errors() default {};

    /** The layers that decide on the error; by default any, and failures of the service itself and of the network. */
    Layer[] layers() default {};

    /**
     * Where in the course of calls the failures occur. By default, once for each call: neither all later calls of other operations fail,
     * nor does a response come a minute late, which takes as long as the time-outs of the client.
     */
    FailurePlacement[] placements() default {
        FailurePlacement.BEFORE_EXECUTION,
        FailurePlacement.BATCH_MEMBER,
        FailurePlacement.RESPONSE_LOST,
        FailurePlacement.RESPONSE_LOST_ONCE
    };
}
