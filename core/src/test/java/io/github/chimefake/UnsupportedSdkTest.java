package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.iam.PolicyDocument;
import io.github.chimefake.iam.PolicySimulator;
import io.github.chimefake.internal.sdk.AwsSdk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An AWS SDK that the fake cannot work with is named at once, whichever way a program comes in. */
@Tag("slow")
class UnsupportedSdkTest {
    private static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";

    /** Loads the fake anew, and gives a module of the AWS SDK another version, or hides the module. */
    private static final class OtherSdk extends ClassLoader {
        private final String artifact;
        private final Optional<String> version;
        private final String hiddenPackage;

        private OtherSdk(String artifact, Optional<String> version) {
            super(OtherSdk.class.getClassLoader());
            this.artifact = artifact;
            this.version = version;
            this.hiddenPackage = switch (artifact) {
                case "sdk-core" -> "software/amazon/awssdk/core/";
                case "aws-core" -> "software/amazon/awssdk/awscore/";
                case "third-party-jackson-core" -> "software/amazon/awssdk/thirdparty/jackson/core/";
                default -> "software/amazon/awssdk/services/" + artifact + "/";
            };
        }

        private boolean isHidden(String resource) {
            return version.isEmpty() && resource.startsWith(hiddenPackage);
        }

        @Override
        public URL getResource(String name) {
            if (isHidden(name)) {
                return null;
            }
            URL url = super.getResource(name);
            // The parser's module has no properties, and tells its version by the name of its jar.
            return url != null && version.isPresent() && name.startsWith(hiddenPackage)
                    ? renamed(
                            url,
                            url.toString()
                                    .replaceFirst(artifact + "-[\\d.]+\\.jar", artifact + "-" + version.get() + ".jar"))
                    : url;
        }

        private static URL renamed(URL from, String to) {
            try {
                return new URL(from, to);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            return version.isPresent() && name.endsWith("/" + artifact + "/pom.properties")
                    ? new ByteArrayInputStream(("version=" + version.get()).getBytes(StandardCharsets.ISO_8859_1))
                    : super.getResourceAsStream(name);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (isHidden(name.replace('.', '/'))) {
                throw new ClassNotFoundException(name + " is hidden");
            }
            if (!name.startsWith("io.github.chimefake.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream code = super.getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        /** What a program is told that comes in this way. */
        @SuppressWarnings("unchecked")
        Throwable told(WayIn way) throws ReflectiveOperationException {
            Class<?> ways = loadClass(WayIn.class.getName());
            Callable<Throwable> here = (Callable<Throwable>) Enum.valueOf(ways.asSubclass(Enum.class), way.name());
            try {
                return here.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    /** How a program comes in; gives what it is told. */
    public enum WayIn implements Callable<Throwable> {
        BUILDER {
            @Override
            void enter() {
                Object unused = ChimeMessagingServer.builder();
            }
        },
        START {
            @Override
            void enter() {
                ChimeMessagingServer.start().close();
            }
        },
        IDENTITY {
            @Override
            void enter() {
                try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
                    Object unused = chime.clients().identityClient();
                }
            }
        },
        SIMULATE {
            @Override
            void enter() {
                Object unused = PolicySimulator.simulate("{\"action\":\"chime:SendChannelMessage\"}");
            }
        },
        PARSE_POLICY {
            @Override
            void enter() {
                Object unused = PolicyDocument.parse(POLICY);
            }
        };

        abstract void enter();

        @Override
        public Throwable call() {
            try {
                enter();
                return new AssertionError(this + " was let in");
            } catch (Throwable told) {
                return told;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sdk-core, BUILDER",
        "sdk-core, START",
        "aws-core, START",
        "chimesdkmessaging, START",
        "third-party-jackson-core, START",
        "third-party-jackson-core, SIMULATE",
        "third-party-jackson-core, PARSE_POLICY",
        "chimesdkidentity, IDENTITY"
    })
    void aModuleThatIsTooOldIsNamedWithItsVersionAndItsPlace(String artifact, WayIn way)
            throws ReflectiveOperationException {
        assertThat(new OtherSdk(artifact, Optional.of("2.25.0")).told(way))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .message()
                .startsWith("The AWS SDK on the class path is too old: " + artifact + " 2.25.0 (file:")
                .contains(artifact, ".jar)")
                .endsWith(
                        "2.25.1 or later is needed; set the version of software.amazon.awssdk:bom to 2.25.1 or later");
    }

    @ParameterizedTest
    @CsvSource({
        "sdk-core, START",
        "chimesdkmessaging, BUILDER",
        "chimesdkmessaging, START",
        "third-party-jackson-core, SIMULATE"
    })
    void aModuleThatIsMissingIsNamed(String artifact, WayIn way) throws ReflectiveOperationException {
        assertThat(new OtherSdk(artifact, Optional.empty()).told(way))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("The AWS SDK's module software.amazon.awssdk:" + artifact
                        + " is not on the class path; 2.25.1 or later is needed; add it as a dependency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.25.1", "2.25.10", "2.100.0", "3.0.0-PREVIEW", "of our own"})
    void aVersionThatIsNewOrUnknownIsLetIn(String version) throws ReflectiveOperationException {
        Throwable told = new OtherSdk("chimesdkmessaging", Optional.of(version)).told(WayIn.BUILDER);

        assertThat(told).isInstanceOf(AssertionError.class).hasMessage("BUILDER was let in");
    }

    @Test
    void anOldModuleOfIdentityHasNoEffectWithoutItsClients() throws ReflectiveOperationException {
        Throwable told = new OtherSdk("chimesdkidentity", Optional.of("2.20.0")).told(WayIn.START);

        assertThat(told).isInstanceOf(AssertionError.class).hasMessage("START was let in");
    }

    @Test
    void modulesThatDoNotFitTogetherAreListedWithTheirVersions() {
        LinkageError error = new NoClassDefFoundError("software/amazon/awssdk/core/ClientEndpointProvider");

        assertThat(AwsSdk.explain(error))
                .hasCause(error)
                .message()
                .contains(
                        "are incompatible with each other: " + error,
                        "sdk-core 2.",
                        "chimesdkmessaging 2.",
                        "chimesdkidentity 2.")
                .contains("all must be of one version", "set the version of software.amazon.awssdk:bom");
    }

    @Test
    void aWireMockThatDoesNotFitIsNamedWithItsPlace() {
        LinkageError error = new NoClassDefFoundError("com/github/tomakehurst/wiremock/store/Stores");

        assertThat(AwsSdk.explain(error))
                .hasCause(error)
                .message()
                .startsWith("The WireMock on the class path, file:")
                .contains(error.toString(), "remove the version of WireMock from the build");
    }
}
