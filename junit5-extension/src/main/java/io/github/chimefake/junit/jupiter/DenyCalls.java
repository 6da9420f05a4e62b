package io.github.chimefake.junit.jupiter;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.junit.jupiter.internal.fakes.AnnotationExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Registers a permission rule that denies calls, as {@code chime.permissions().on(…).deny()} does, for each test of a class or for
 * one test. The class, or a class around it, must declare a fake, by {@link ChimeMessagingFake} or by
 * {@link ChimeMessagingFakeExtension}.
 *
 * <pre>{@code
 * @Test
 * @DenyCalls(on = SEND_CHANNEL_MESSAGE, by = "alice") // UnauthorizedClientException, 401
 * void reportsThatAliceMayNotSend(ChimeSdkMessagingClient client) {
 *     ...
 * }
 * }</pre>
 *
 * <pre>{@code
 * @DenyCalls(onGroup = MODERATION, byRole = MODERATOR, inChannel = "general")
 * }</pre>
 *
 * <p>On a class, the rule belongs to the baseline. Of the rules that match a call, the latest wins: rules of a method are later than
 * those of its class, and rules that the test registers itself are later than both.
 *
 * <p>Calls of all operations of one annotation are counted together, for each role separately; on a class, anew in each test.
 *
 * <p>The user, the caller and the channel must exist when the test method starts, after {@code @BeforeEach}, unless {@link #mayBeMissing} is set.
 *
 * <p>Wrong values are reported as {@link org.junit.jupiter.api.extension.ExtensionConfigurationException}. May be repeated, and may
 * be put on another annotation.
 *
 * @since 0.1
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(DenyCalls.Denials.class)
@ExtendWith(AnnotationExtension.class)
public @interface DenyCalls {
    /** The operations. At least one operation or one {@linkplain #onGroup group} is required. */
    Operation[] on() default {};

    /** Groups of operations. */
    OperationGroup[] onGroup() default {};

    /**
     * The user in {@code x-amz-chime-bearer}: the id of a user of the default app instance, or the ARN of any user or bot; every user
     * by default. Calls of Chime SDK identity have no user.
     */
    String by() default "";

    /**
     * The roles of the bearer in the channel of the call, at the time of the call; any role, or none, by default. Calls of Chime SDK
     * identity have no role.
     */
    ChannelRole[] byRole() default {};

    /**
     * The principal that signs the calls: {@code user/NAME}, {@code role/NAME} or {@code assumed-role/ROLE} in the account of the fake, as
     * in {@code chime.caller(…)}, or an ARN; every principal by default. A role stands for all its sessions. With {@link #by},
     * both must match.
     */
    String byCaller() default "";

    /**
     * The channel: the id of a channel of the default app instance, or the ARN of any channel; any channel, or none, by default. Calls
     * of Chime SDK identity have no channel.
     */
    String inChannel() default "";

    /**
     * Whether the user, the caller and the channel that are named here may be missing when the test method starts, for example because the test
     * itself creates them. By default, one that is missing then is an error.
     */
    boolean mayBeMissing() default false;

    /**
     * How many calls are denied, from the first on; 0, the default, for every call. At most one of {@code calls}, {@code nthCall},
     * {@code fromCall} and {@code everyNthCall} may be set. Calls that a later rule decides do not count.
     */
    int calls() default 0;

    /** The one call that is denied, counted from 1; 0, the default, for any. */
    int nthCall() default 0;

    /** The first call that is denied, counted from 1; all later ones are denied, too. 0, the default, for any. */
    int fromCall() default 0;

    /** Every n-th call is denied: the n-th, the 2n-th, and so on. 0, the default, for any. */
    int everyNthCall() default 0;

    /** The error of the calls. */
    ChimeError error() default ChimeError.UNAUTHORIZED_CLIENT;

    /** The message of the error; that of AWS by default. */
    String message() default "";

    /**
     * The name of the fake that is meant; by default the fake without a name, or the only one.
     *
     * @see ChimeMessagingFake#name
     */
    String fake() default "";

    /**
     * Container of repeated annotations.
     *
     * @since 0.1
     */
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @Documented
    @Inherited
    @ExtendWith(AnnotationExtension.class)
    @interface Denials {
        /** The annotations, in the order in which they are applied. */
        DenyCalls[] value();
    }
}
