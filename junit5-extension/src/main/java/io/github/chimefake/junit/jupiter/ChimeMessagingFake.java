package io.github.chimefake.junit.jupiter;

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
 * Runs the tests of a class, or one test, against a fake of Amazon Chime SDK messaging, which is started when it is first needed and
 * closed at the end. {@link ChimeMessagingFakeExtension} does the same for a field, with all settings of the fake.
 *
 * <pre>{@code
 * @ChimeMessagingFake(users = {"alice", "bob"})
 * class ChatServiceTest {
 *     @Test
 *     void postsAMessage(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p><b>Parameters</b> of constructors, lifecycle methods and tests may have the types {@code ChimeMessagingServer},
 * {@code ChimeSdkMessagingClient}, {@code ChimeSdkMessagingAsyncClient}, {@code ChimeSdkIdentityClient},
 * {@code ChimeSdkIdentityAsyncClient}, {@code ChimeAppInstance} and {@code Journal}, or have {@link ChimeBearer}, {@link ChimeMembers} or
 * {@link ChimeEndpoint}. A parameter or a constructor with an annotation of another extension is left to that extension, unless the
 * parameter has {@link InjectChimeFake}. Fields with {@link InjectChimeFake} or one of these annotations are set to the same.
 *
 * <p><b>Each test starts from the baseline</b>: the settings of this annotation, and what is added before the first test of the
 * class, by {@code @BeforeAll} or by the constructor of a class with one instance for all tests. Rules, faults, WireMock stubs and
 * the journal are reset with the rest. A call that arrives after the end of its test fails with status 410 and is reported.
 *
 * <p><b>One fake serves the class</b> and its {@code @Nested} classes, whose own {@code @BeforeAll} adds to the baseline of their
 * tests only. Tests that run at the same time have separate fakes; the constructor of a test instance gets the same fake as its test. A
 * nested class or a method with its own declaration has its own fake of that name.
 *
 * <p><b>Several fakes</b>, for example for two regions, have different {@link #name names}, and are started, reset, judged and printed
 * separately. The annotation is repeated for this:
 *
 * <pre>{@code
 * @ChimeMessagingFake
 * @ChimeMessagingFake(name = "eu", region = "eu-central-1")
 * class ReplicationTest {
 *     @Test
 *     void copiesMessages(ChimeMessagingServer chime, @FakeName("eu") ChimeMessagingServer eu) {
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>A nested class or a method has the fakes of the classes around it, except those of whose name it declares its own. Of two with one
 * name, the nearest counts: on the class itself, on its other annotations, on its interfaces, on its superclass.
 *
 * <p><b>The journal of a failed test is printed</b> to standard error, with each error response and its reason. So is that of failed
 * dynamic tests, constructors, lifecycle methods and containers.
 *
 * <p><b>Configuration parameters</b> of the JUnit Platform, for example in {@code junit-platform.properties}, set {@code region},
 * {@code account}, {@code seed}, {@code clock}, {@code reset}, {@code unusedSetup}, {@code journalCapacity} and {@code printTexts} for all
 * fakes that do not set them: {@code chime.fake.region=eu-central-1}.
 *
 * <p>May be put on another annotation, which then has the same effect. Wrong values are reported as
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException}.
 *
 * @see InjectChimeFake
 * @see DenyCalls
 * @see FailCalls
 * @since 0.1
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Repeatable(ChimeMessagingFake.Fakes.class)
@ExtendWith(AnnotationExtension.class)
public @interface ChimeMessagingFake {
    /**
     * The name of the fake, for tests with several: parameters and fields choose it with {@link FakeName}, and {@link DenyCalls},
     * {@link FailCalls} and {@link InjectFault} with their member {@code fake}. Without it, they mean the fake without a name, or the
     * only one.
     */
    String name() default "";

    /** The users to be registered in the app instance, with exactly these ids; none by default. */
    String[] users() default {};

    /**
     * The ARN of the app instance; a generated one by default.
     *
     * <p>For example {@code arn:aws:chime:eu-central-1:111122223333:app-instance/chat}.
     */
    String appInstance() default "";

    /**
     * Whether the fake starts without an app instance, for tests of code that creates its own with {@code CreateAppInstance};
     * {@code false} by default. Excludes {@link #users} and {@link #appInstance}.
     */
    boolean withoutAppInstance() default false;

    /**
     * The region that clients must sign for; that of the app instance by default, else that of the configuration parameter
     * {@code chime.fake.region}, else {@code us-east-1}.
     */
    String region() default "";

    /**
     * The AWS account of callers and generated ARNs, 12 digits; that of the app instance by default, else that of the configuration
     * parameter {@code chime.fake.account}.
     */
    String account() default "";

    /**
     * The loopback port; 0, the default, for a free one. Of the fakes of one class that exist at the same time, the first has this port;
     * copies for tests that run in parallel have free ones.
     */
    int port() default 0;

    /**
     * The seed of generated ids: the same seed and the same calls result in the same ids. 0, the default, for that of the configuration
     * parameter {@code chime.fake.seed}, and without it, for 0.
     */
    long seed() default 0;

    /**
     * The instant at which the clock of timestamps and expiry stands at the start, in ISO 8601; by default that of the configuration
     * parameter {@code chime.fake.clock}, and without it, the fake uses the system clock. The clock does not go on by itself: {@code chime.clock().advance(…)} moves it.
     *
     * <p>For example {@code 2026-01-31T12:00:00Z}.
     */
    String clock() default "";

    /**
     * When the fake returns to its baseline: before each test by default, unless the configuration parameter {@code chime.fake.reset}
     * says otherwise. With {@link FakeReset#EACH_CLASS}, each test continues where
     * the one before it ended, for a story that is told by tests in a fixed order. Its tests must not run at the same time.
     */
    FakeReset reset() default FakeReset.DEFAULT;

    /**
     * The file to which the smallest policy is written that allows what these tests called; none by default. Tests that name the same
     * file share it. It is written at the end of the run. The configuration parameter {@code chime.fake.leastPrivilege.file} names a
     * file for the whole run, and {@code chime.fake.leastPrivilege.scope} sets how far ARNs are generalized: {@code EXACT},
     * {@code APP_INSTANCE} (the default) or {@code ANY_APP_INSTANCE}.
     *
     * <p>For example {@code target/chime-policy.json}, from the working directory of the tests.
     *
     * @see io.github.chimefake.leastprivilege.UsedPermissions
     */
    String leastPrivilege() default "";

    /**
     * Whether set-up that was not used fails tests that passed, is reported, or is accepted. By default, the configuration parameter
     * {@code chime.fake.unusedSetup} decides, and without it, it is reported. A failed test lists it in any case.
     *
     * <p>Set-up of the baseline, of the constructor and of {@code @BeforeEach} is judged at the end of the class: it is used if any test
     * used it. It is not judged if only some of the tests of the class were selected to run.
     *
     * @see io.github.chimefake.UnusedSetup
     */
    UnusedSetupMode unusedSetup() default UnusedSetupMode.DEFAULT;

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
    @interface Fakes {
        /** The annotations, each with another name. */
        ChimeMessagingFake[] value();
    }
}
