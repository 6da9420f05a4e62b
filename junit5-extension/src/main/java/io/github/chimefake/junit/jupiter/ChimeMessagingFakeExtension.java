package io.github.chimefake.junit.jupiter;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

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
 * constructors, lifecycle methods and tests, the baseline, parallel copies, nested classes, {@link DenyCalls} and {@link FailCalls},
 * and the journal of failed tests.
 *
 * <p><b>An instance field gives each test its own fake</b>, for parameters of {@code @BeforeEach}, {@code @AfterEach} and test
 * methods only. It suits settings that differ by test instance. Jupiter registers an instance field after the constructor, and in
 * general after {@code @BeforeAll} methods; if these take a parameter of the fake, Jupiter reports that no {@code ParameterResolver} is
 * registered for it.
 *
 * <p>A class has one fake: a field as well as {@link ChimeMessagingFake}, or two fields, in one class and those it extends are an
 * {@link ExtensionConfigurationException}, and so is {@code @ExtendWith(ChimeMessagingFakeExtension.class)}. A nested class or a
 * method may declare another fake.
 *
 * <p>Immutable and thread-safe. Called by Jupiter only, apart from {@link #builder()}.
 */
public final class ChimeMessagingFakeExtension extends FakeExtension {
    private final FakeSettings settings;

    /** Is called by Jupiter for {@code @ExtendWith}. */
    private ChimeMessagingFakeExtension() {
        throw new ExtensionConfigurationException("@ExtendWith(ChimeMessagingFakeExtension.class) declares no fake."
                + " Annotate the class or method with @ChimeMessagingFake instead; or, for more settings, register the"
                + " extension in a field: @RegisterExtension static final ChimeMessagingFakeExtension CHIME ="
                + " ChimeMessagingFakeExtension.builder().build()");
    }

    ChimeMessagingFakeExtension(FakeSettings settings) {
        this.settings = settings;
    }

    /** Returns a builder for an extension, with the default settings of a fake. */
    public static ChimeMessagingFakeExtensionBuilder builder() {
        return new ChimeMessagingFakeExtensionBuilder();
    }

    FakeSettings settings() {
        return settings;
    }

    @Override
    boolean carriesOut(FakeDeclaration declaration) {
        return declaration.extension().filter(extension -> extension == this).isPresent();
    }

    @Override
    boolean explainsMissingFakeTo(Executable executable) {
        return executable instanceof Method;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        requireOneRegistration(context);
        super.beforeAll(context);
    }

    /** Jupiter calls an extension twice that a nested class and the class around it inherit. */
    private void requireOneRegistration(ExtensionContext context) {
        List<FakeDeclaration> own =
                FakeDeclarations.around(context).filter(this::carriesOut).toList();
        if (own.size() > 1) {
            throw new ExtensionConfigurationException(Printout.name(context) + " has " + own.get(0)
                    + ", and so has a class around it, so the extension is"
                    + " registered twice. Let the nested class inherit no such field; it has the fake of the class"
                    + " around it");
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (FakeDeclarations.around(context).noneMatch(this::carriesOut)) {
            throw new ExtensionConfigurationException("A ChimeMessagingFakeExtension is registered for "
                    + Printout.name(context)
                    + ", but it is not the value of a field with @RegisterExtension in the test"
                    + " class or a class around it. Register it by such a field");
        }
        super.beforeEach(context);
    }
}
