package io.github.chimefake.junit.jupiter;

import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.faults.FaultEffect;
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
 * Registers a fault that delays, loses or breaks responses, as {@code chime.faults().on(…).inject(…)} does, for each test of a class or
 * for one test. For errors, use {@link FailCalls}. The class, or a class around it, must declare a fake, by {@link ChimeMessagingFake}
 * or by {@link ChimeMessagingFakeExtension}.
 *
 * <pre>{@code
 * @Test
 * @InjectFault(on = SEND_CHANNEL_MESSAGE, nthCall = 3, attempts = 1, effect = LOST_RESPONSE)
 * void sendsTheThirdMessageOnce(ChimeSdkMessagingClient client) {
 *     ...
 * }
 * }</pre>
 *
 * <p>At least one of {@link #effect}, {@link #delayMillis} and {@link #effectClass} is required. If there are several, all of them apply to
 * each call: the delay first, then the effects by name, then those by class; one that ends the call must be the last.
 * On the same class or method, this annotation is registered before {@link FailCalls}, so that calls are delayed before they fail.
 *
 * <p>On a class, the fault belongs to the baseline, and its calls are counted from 1 in each test. The retries of an SDK belong to one
 * call. Calls of all operations of one annotation are counted together.
 *
 * <p>The user, the caller and the channel must exist when the test method starts, after {@code @BeforeEach}, unless {@link #mayBeMissing} is set.
 *
 * <p>Wrong values are reported as {@link org.junit.jupiter.api.extension.ExtensionConfigurationException}. May be repeated, and may
 * be put on another annotation.
 *
 * @since 0.1
 */
@Experimental
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(InjectFault.InjectedFaults.class)
@ExtendWith(AnnotationExtension.class)
public @interface InjectFault {
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
     * How many calls the fault applies to, from the first on; 0, the default, for every call. At most one of {@code calls}, {@code nthCall},
     * {@code fromCall} and {@code everyNthCall} may be set.
     */
    int calls() default 0;

    /** The one call that the fault applies to, counted from 1; 0, the default, for any. */
    int nthCall() default 0;

    /** The first call that the fault applies to, counted from 1; it applies to all later ones, too. 0, the default, for any. */
    int fromCall() default 0;

    /** The fault applies to every n-th call: the n-th, the 2n-th, and so on. 0, the default, for any. */
    int everyNthCall() default 0;

    /**
     * How many attempts of each call the fault applies to, so that a retry of the SDK succeeds; 0, the default, for all attempts.
     */
    int attempts() default 0;

    /**
     * Whether the user, the caller and the channel that are named here may be missing when the test method starts, for example because the test
     * itself creates them. By default, one that is missing then is an error.
     */
    boolean mayBeMissing() default false;

    /** The effects by name, applied in this order; none by default. */
    NamedEffect[] effect() default {};

    /** The delay of the response, in milliseconds; 0, the default, for none. */
    long delayMillis() default 0;

    /**
     * The effects by class, applied in this order; none by default. Each class has a constructor without parameters; one instance serves
     * one registration, so its calls may run at the same time.
     */
    Class<? extends FaultEffect>[] effectClass() default {};

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
    @interface InjectedFaults {
        /** The annotations, in the order in which they are applied. */
        InjectFault[] value();
    }
}
