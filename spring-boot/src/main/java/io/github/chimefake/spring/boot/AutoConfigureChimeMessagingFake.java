package io.github.chimefake.spring.boot;

import io.github.chimefake.Experimental;
import io.github.chimefake.spring.boot.internal.TestConstruction;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a fake of Amazon Chime SDK messaging for the application context of a {@code @SpringBootTest} or of a test slice, and directs
 * the application to it.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureChimeMessagingFake(users = "alice", endpointProperty = "chat.chime.endpoint")
 * class ChatServiceTest {
 *     @Autowired ChimeMessagingServer chime;
 *     @Autowired ChatService chat; // reads chat.chime.endpoint
 *     ...
 * }
 * }</pre>
 *
 * <p><b>The fake is a bean</b> of type {@code ChimeMessagingServer}. Contexts that differ only in the values of this annotation are
 * different contexts with separate fakes; classes with the same values share context and fake through Spring's context cache. The fake is
 * closed with its context. A test cannot close or stop it.
 *
 * <p><b>Clients</b> of messaging and identity are beans, too, where the application does not define any of the same type. They call the
 * fake. Those of the application have to read its address and credentials from the properties that are named here.
 *
 * <p><b>Each test starts from the baseline</b>: the settings of this annotation, what beans added until the context was ready, and what
 * {@code @BeforeAll} methods added. A failed test prints the journal to standard error.
 *
 * <p>The values may contain placeholders such as {@code ${chat.app-instance-arn}}, which are replaced by properties of the application. May
 * be put on another annotation, which then has the same effect. Nested classes inherit it.
 *
 * @since 0.1
 */
@Experimental
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(TestConstruction.class)
public @interface AutoConfigureChimeMessagingFake {
    /** The users to be registered in the app instance, with exactly these ids; none by default. */
    String[] users() default {};

    /**
     * The ARN of the app instance; a generated one by default.
     *
     * <p>For example {@code ${chat.app-instance-arn}}, if the application reads it from this property.
     */
    String appInstance() default "";

    /** Whether the fake starts without an app instance, because the application creates its own; {@code false} by default. */
    boolean withoutAppInstance() default false;

    /** The region that clients must sign for; that of the app instance by default, else {@code us-east-1}. */
    String region() default "";

    /** The seed of generated ids; 0 by default. Contexts with different seeds have separate fakes. */
    long seed() default 0;

    /** The properties that get the endpoint of the fake, for example {@code http://127.0.0.1:41234}; none by default. */
    String[] endpointProperty() default {};

    /** The properties that get the region of the fake; none by default. */
    String[] regionProperty() default {};

    /** The properties that get the access key id of the fake's default caller; none by default. */
    String[] accessKeyIdProperty() default {};

    /** The properties that get the secret access key of the fake's default caller; none by default. */
    String[] secretAccessKeyProperty() default {};

    /** The properties that get the ARN of the app instance; none by default. */
    String[] appInstanceProperty() default {};

    /**
     * Whether {@code spring.cloud.aws.endpoint}, {@code spring.cloud.aws.region.static}, {@code spring.cloud.aws.credentials.access-key} and
     * {@code spring.cloud.aws.credentials.secret-key} get the values of the fake if Spring Cloud AWS is on the class path; {@code true} by
     * default.
     */
    boolean springCloudAws() default true;

    /**
     * Whether set-up that was not used fails tests that passed, is reported, or is accepted. By default, JUnit's configuration parameter
     * {@code chime.fake.unusedSetup} or the application's property of the same name decides, and without both, it is reported. A failed
     * test lists it in any case. Classes that differ in this value share context and fake.
     *
     * <p>Set-up of {@code @BeforeAll}, of the constructor and of {@code @BeforeEach} is judged at the end of the class: it is used if any
     * test used it. It is not judged if only some of the tests of the class ran. That of the application is not judged.
     *
     * @see io.github.chimefake.UnusedSetup
     */
    UnusedSetupTreatment unusedSetup() default UnusedSetupTreatment.DEFAULT;
}
