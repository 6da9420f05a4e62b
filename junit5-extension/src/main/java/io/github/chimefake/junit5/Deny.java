package io.github.chimefake.junit5;

import io.github.chimefake.call.ChannelRole;
import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.IdentityOperation;
import io.github.chimefake.call.Operation;
import io.github.chimefake.call.OperationGroup;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The fake denies these operations, as {@code chime.permissions().deny(…)} does: in every test of this class, or in this
 * test.
 *
 * <pre>{@code
 * @Test
 * @Deny(operation = SEND_CHANNEL_MESSAGE, by = "alice") // UnauthorizedClientException, 401
 * void saysThatAliceMayNotSend(ChimeSdkMessagingClient client) {
 *     ...
 * }
 * }</pre>
 *
 * <pre>{@code
 * @Deny(group = MODERATION, role = MODERATOR)
 * }</pre>
 *
 * <p>On a class, the rule belongs to the baseline. Later rules win: those of a method over those of its class, and what the
 * test itself allows over both.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(Deny.Denials.class)
@ExtendWith(ChimeMessagingFakeExtension.class)
public @interface Deny {
    /** The operations; at least one, or else a {@link #group} or an {@link #identityOperation}. */
    Operation[] operation() default {};

    /** Groups of operations. */
    OperationGroup[] group() default {};

    /** Operations of Chime SDK identity, which have no bearer, so that {@link #by} and {@link #role} cannot go with them. */
    IdentityOperation[] identityOperation() default {};

    /** Whom: the id of a user of the fake's app instance, or the ARN of any; everybody by default. */
    String by() default "";

    /** Whom: bearers with one of these roles in the channel at the time of the call; with any role or none by default. */
    ChannelRole[] role() default {};

    /** The answer. */
    ChimeError with() default ChimeError.UNAUTHORIZED_CLIENT;

    /** Several of them. */
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @Documented
    @Inherited
    @ExtendWith(ChimeMessagingFakeExtension.class)
    @interface Denials {
        /** Each of them. */
        Deny[] value();
    }
}
