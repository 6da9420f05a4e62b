package io.github.chimefake.junit.jupiter;

import io.github.chimefake.junit.jupiter.internal.fakes.FieldExtension;
import io.github.chimefake.junit.jupiter.internal.settings.FakeSettings;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * JUnit Jupiter extension that runs the tests of a class against a fake of Amazon Chime SDK messaging, with all settings of
 * {@link io.github.chimefake.ChimeMessagingServerBuilder}. It is registered by a field; {@link ChimeMessagingFake} is the shorter form
 * for the common settings.
 *
 * <pre>{@code
 * class SignUpTest {
 *     @RegisterExtension
 *     static final ChimeMessagingFakeExtension CHIME = ChimeMessagingFakeExtension.builder()
 *             .region("eu-central-1")
 *             .users("alice")
 *             .clock(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC))
 *             .build();
 *
 *     @Test
 *     void signsUp(ChimeMessagingServer chime, ChimeSdkIdentityClient identity) {
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p><b>Declare the field {@code static}.</b> Then it does all that {@link ChimeMessagingFake} on the class does: parameters of
 * constructors, lifecycle methods and tests, the baseline, parallel copies, nested classes, {@link DenyCalls}, {@link FailCalls} and
 * {@link InjectFault}, and the journal of failed tests.
 *
 * <p><b>An instance field gives each test its own fake</b>, for parameters of {@code @BeforeEach}, {@code @AfterEach} and test
 * methods only. It suits settings that differ by test instance. Jupiter registers an instance field after the constructor, and in
 * general after {@code @BeforeAll} methods; if these take a parameter of the fake, Jupiter reports that no {@code ParameterResolver} is
 * registered for it.
 *
 * <p>Several fakes of one class have different {@linkplain ChimeMessagingFakeExtensionBuilder#name names}. A field as well as
 * {@link ChimeMessagingFake}, or two fields, with the same name or without one, in one class and those it extends are an
 * {@link ExtensionConfigurationException}, and so is {@code @ExtendWith(ChimeMessagingFakeExtension.class)}. A nested class or a
 * method may declare another fake.
 *
 * <p>Immutable and thread-safe. Called by Jupiter only, apart from {@link #builder()}.
 *
 * @since 0.1
 */
public final class ChimeMessagingFakeExtension extends FieldExtension {
    /** Is called by Jupiter for {@code @ExtendWith}. */
    private ChimeMessagingFakeExtension() {
        super(FakeSettings.DEFAULTS);
        throw new ExtensionConfigurationException("@ExtendWith(ChimeMessagingFakeExtension.class) declares no fake."
                + " Annotate the class or method with @ChimeMessagingFake instead; or, for more settings, register the"
                + " extension in a field: @RegisterExtension static final ChimeMessagingFakeExtension CHIME ="
                + " ChimeMessagingFakeExtension.builder().build()");
    }

    ChimeMessagingFakeExtension(FakeSettings settings) {
        super(settings);
    }

    /** Returns a builder for an extension, with the default settings of a fake. */
    public static ChimeMessagingFakeExtensionBuilder builder() {
        return new ChimeMessagingFakeExtensionBuilder();
    }
}
