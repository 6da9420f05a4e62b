package io.github.chimefake.junit.jupiter;

import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.junit.jupiter.internal.failures.AuthorizationFailuresProvider;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Source of arguments for a {@code @ParameterizedTest}: every authorization failure (status 401 or 403) that an operation can meet in
 * production. The arguments are of type {@link io.github.chimefake.failures.OperationFailure}, and nothing fails before the test injects
 * them.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @AuthorizationFailures(SEND_CHANNEL_MESSAGE)
 * void tellsTheUser(OperationFailure failure, ChimeMessagingServer chime) {
 *     failure.inject(chime);
 *     assertThat(chat.post("hello")).isEqualTo("You may not write here.");
 * }
 * }</pre>
 *
 * <p>It needs {@code org.junit.jupiter:junit-jupiter-params}, which the extension does not bring. {@link FailureSource} selects any other
 * failures. Wrong values are reported as {@link org.junit.jupiter.api.extension.ExtensionConfigurationException}. May be put on another
 * annotation.
 *
 * @since 0.1
 */
@Experimental
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ArgumentsSource(AuthorizationFailuresProvider.class)
public @interface AuthorizationFailures {
    /** The operations, at least one. */
    Operation[] value();

    /**
     * Where in the course of calls the failures occur. By default, a call or a member of its batch is denied. With
     * {@link FailurePlacement#FROM_HERE_ON}, all later calls are denied, too.
     */
    FailurePlacement[] placements() default {FailurePlacement.BEFORE_EXECUTION, FailurePlacement.BATCH_MEMBER};
}
