package io.github.chimefake.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class, or this test, run against a fake of Amazon Chime SDK messaging, which is started when it is first
 * needed and closed at the end.
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
 * <p><b>Injected</b> into constructors, lifecycle methods and tests: {@code ChimeMessagingServer},
 * {@code ChimeSdkMessagingClient}, {@code ChimeSdkMessagingAsyncClient}, the same clients of identity, and
 * {@code @ChimeEndpoint URI}. A parameter or a constructor that has another extension's annotation is left to that extension, unless
 * the parameter has {@link InjectChimeFake}.
 *
 * <p><b>Every test starts from the baseline</b>: what this annotation names, and what was put in before the first test of
 * the class, by {@code @BeforeAll} or by the constructor of a class with one instance for all tests. Rules, faults, WireMock
 * stubs and the journal go back with the rest. A call that a test leaves behind is refused once that test is over, and a
 * warning says so.
 *
 * <p><b>One fake serves the class</b> and its {@code @Nested} classes, whose own {@code @BeforeAll} adds to the baseline for
 * their tests only. Tests that run at the same time get one each; a test instance sees the same one in its constructor as in
 * its test. A nested class or a method with an annotation of its own has a fake of its own.
 *
 * <p><b>The journal of a failed test is printed</b> to standard error, with every refusal and its reason; that of dynamic tests,
 * constructors, lifecycle methods and containers as well.
 *
 * <p>May stand on another annotation, which then does the same.
 *
 * @see InjectChimeFake
 * @see Deny
 * @see Fail
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith({ChimeMessagingFakeExtension.class, ParameterAdvice.class})
public @interface ChimeMessagingFake {
    /** Users to be registered with the app instance, with exactly these ids. */
    String[] users() default {};

    /**
     * The ARN of the app instance; one is made up by default.
     *
     * <p>For example {@code arn:aws:chime:eu-central-1:111122223333:app-instance/chat}.
     */
    String appInstance() default "";

    /** The region that clients must sign for; that of the app instance by default, else {@code us-east-1}. */
    String region() default "";

    /**
     * The file to which the smallest policy is written that allows what these tests called; none by default. Tests whose
     * annotations name the same file share it. It is written at the end of the run, and so is that of the whole run, whose name is
     * the configuration parameter {@code chime.fake.leastPrivilege.file}. How far ARNs are generalised, the parameter
     * {@code chime.fake.leastPrivilege.scope} says: {@code EXACT}, {@code APP_INSTANCE} (the default) or {@code ANY_APP_INSTANCE}.
     *
     * <p>For example {@code target/chime-policy.json}, from the working directory of the tests.
     *
     * @see io.github.chimefake.leastprivilege.LeastPrivilege
     */
    String leastPrivilege() default "";
}
