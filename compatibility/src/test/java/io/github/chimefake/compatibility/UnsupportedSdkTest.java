package io.github.chimefake.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ServerPool;
import io.github.chimefake.iam.PolicyDocument;
import io.github.chimefake.iam.PolicySimulator;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** A class path with an AWS SDK older than the lowest supported one; runs under the profile unsupported-sdk alone. */
class UnsupportedSdkTest {
    private static final String VERSION = System.getProperty("expected.sdk.version", "unknown");

    private static void assertNamesTheVersion(Throwable told) {
        assertThat(told.getMessage())
                .contains("The AWS SDK on the class path is too old: ")
                .contains(" " + VERSION + " (file:")
                .contains(
                        "2.25.1 or later is needed; set the version of software.amazon.awssdk:bom to 2.25.1 or later");
    }

    @Test
    void theBuilderNamesTheVersion() {
        assertNamesTheVersion(catchThrowable(ChimeMessagingServer::builder));
    }

    @Test
    void startNamesTheVersion() {
        assertNamesTheVersion(catchThrowable(ChimeMessagingServer::start));
    }

    @Test
    void aFakeOfAPoolNamesTheVersion() {
        try (ServerPool pool = ServerPool.create()) {
            assertNamesTheVersion(catchThrowable(
                    () -> ChimeMessagingServer.builder().serverPool(pool).start()));
        }
    }

    @Test
    void thePolicySimulatorNamesTheVersionAlsoTheSecondTime() {
        String request = "{\"action\":\"chime:SendChannelMessage\"}";

        assertNamesTheVersion(catchThrowable(() -> PolicySimulator.simulate(request)));
        assertNamesTheVersion(catchThrowable(() -> PolicySimulator.simulate(request)));
    }

    @Test
    void aPolicyThatIsParsedNamesTheVersion() {
        assertNamesTheVersion(
                catchThrowable(() -> PolicyDocument.parse("{\"Version\":\"2012-10-17\",\"Statement\":[]}")));
    }

    @ParameterizedTest
    @ValueSource(classes = {InTestCase.class, InBeforeAllCase.class, InConstructorCase.class, OnMethodCase.class})
    void theExtensionNamesTheVersion(Class<?> testClass) {
        List<Throwable> failures =
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(testClass))
                        .execute()
                        .allEvents()
                        .finished()
                        .stream()
                        .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                        .flatMap(result -> result.getThrowable().stream())
                        .toList();

        assertThat(failures).singleElement().satisfies(told -> {
            assertThat(told)
                    .isInstanceOf(ExtensionConfigurationException.class)
                    .message()
                    .startsWith("@ChimeMessagingFake on ");
            assertNamesTheVersion(told);
        });
    }

    @ChimeMessagingFake
    static class InTestCase {
        @Test
        void test(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {}
    }

    @ChimeMessagingFake
    static class InBeforeAllCase {
        @BeforeAll
        static void prepare(ChimeMessagingServer chime) {}

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    static class InConstructorCase {
        InConstructorCase(ChimeMessagingServer chime) {}

        @Test
        void test() {}
    }

    static class OnMethodCase {
        @Test
        @ChimeMessagingFake
        void test(ChimeMessagingServer chime) {}
    }
}
