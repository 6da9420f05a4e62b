package io.github.chimefake.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.ChimeMessagingFakeExtension;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingServiceClientConfiguration;

/** What is said of settings that cannot work, and of tests that break what others need. */
class MisuseTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                BothAnnotationsCase.class,
                FieldCase.class,
                AnnotatedMethodCase.class,
                BothAroundCase.class,
                InheritedFieldCase.class,
                InheritedMethodCase.class
            })
    void aSecondFakeOfTheExtensionIsRejected(Class<?> testClass) {
        assertThat(Run.of(testClass).failure())
                .anySatisfy(message -> assertThat(message)
                        .startsWith("A fake is declared by @AutoConfigureChimeMessagingFake and by ")
                        .containsAnyOf("@ChimeMessagingFake on ", "the field ")
                        .contains("use @AutoConfigureChimeMessagingFake alone"));
    }

    @Test
    void aFakeThatIsABeanOfTheApplicationIsRejected() {
        assertThat(Run.of(OwnBeanCase.class).failure())
                .anySatisfy(message -> assertThat(message)
                        .contains("the beans [mine] of type ChimeMessagingServer")
                        .contains("Remove the annotation or the definition of the bean"));
    }

    @Test
    void aWrongValueIsReported() {
        assertThat(Run.of(WrongRegionCase.class).failure())
                .anySatisfy(message -> assertThat(message)
                        .startsWith("@AutoConfigureChimeMessagingFake has a wrong value: ")
                        .contains("eu-central-1"));
        assertThat(Run.of(TwoValuesCase.class).failure())
                .anySatisfy(message ->
                        assertThat(message).contains("the property name \"chat.chime\" is blank or given twice"));
    }

    @Test
    void wrongPropertiesAreReportedBeforeTheFakeStarts() {
        assertThat(Run.of(BlankAndWrongRegionCase.class).failure())
                .anySatisfy(message -> assertThat(message).contains("the property name \" \" is blank or given twice"));
        assertThat(Run.of(NoAppInstanceCase.class).failure())
                .anySatisfy(message -> assertThat(message)
                        .startsWith("@AutoConfigureChimeMessagingFake: withoutAppInstance = true")
                        .contains("appInstanceProperty = [chat.app-instance]. Remove one of the two attributes"));
    }

    @Test
    void aContextThatFailsBeforeItsRefreshClosesTheFake() {
        assertThat(Run.of(FailingInitializerCase.class).failure()).contains("The initializer fails");
        assertThat(FailingInitializer.BEANS
                        .get()
                        .getBean(ChimeMessagingServer.class)
                        .isRunning())
                .isFalse();
    }

    @Test
    void aContextWithoutBootThatFailsBeforeItsRefreshClosesTheFake() {
        assertThat(Run.of(FailingCustomizerCase.class).failure()).contains("The customizer fails");
        assertThat(FailingCustomizer.BEANS
                        .get()
                        .getBean(ChimeMessagingServer.class)
                        .isRunning())
                .isFalse();
    }

    @Test
    void aContextThatCannotBeCustomizedClosesTheFake() {
        assertThat(Run.of(TakenNameCase.class).failure())
                .anySatisfy(message -> assertThat(message).contains("'chimeMessagingFakeReadiness'"));
        assertThat(TakingTheName.BEANS.get().getBean(ChimeMessagingServer.class).isRunning())
                .isFalse();
    }

    @Test
    void aTestWithoutSpringIsReported() {
        assertThat(Run.of(NoSpringCase.class).failure())
                .anySatisfy(message -> assertThat(message)
                        .contains("NoSpringCase, which is not a test of Spring. Add @SpringBootTest"));
    }

    @Test
    void afterATestThatStopsWireMockItselfTheNextGetsAnotherContext() {
        Run run = Run.of(StoppingCase.class).succeeded(2);

        assertThat(run.standardError())
                .startsWith("WARNING: MisuseTest > StoppingCase > ")
                .contains("stopsWireMock() has stopped the server of the fake at http://127.0.0.1:")
                .contains("The context is closed, and the next test gets another one");
    }

    @Test
    void aClientThatDoesNotCallTheFakeIsReported() {
        Run run = Run.of(ForgottenPropertyCase.class).succeeded(1);

        assertThat(run.standardError())
                .startsWith("WARNING: the bean client calls http://localhost:1 and not the fake at http://127.0.0.1:")
                .contains("Name the property from which the application reads the endpoint");
    }

    @Test
    void aClientWhoseAddressIsUnknownIsNotReported() {
        assertThat(Run.of(UnknownAddressCase.class).succeeded(1).standardError())
                .isEmpty();
    }

    @Test
    void anotherSpellingOfTheAddressOfTheFakeIsNotReported() {
        assertThat(Run.of(OtherSpellingCase.class).succeeded(1).standardError()).isEmpty();
    }

    static class NoBeans {}

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake
    @ChimeMessagingFake
    static class BothAnnotationsCase {
        @Test
        void test() {}
    }

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake
    static class FieldCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @Test
        void test() {}
    }

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake
    static class AnnotatedMethodCase {
        @Test
        @ChimeMessagingFake
        void test() {}
    }

    abstract static class WithField {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();
    }

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake
    static class InheritedFieldCase extends WithField {
        @Test
        void test() {}
    }

    abstract static class WithMethod {
        @Test
        @ChimeMessagingFake
        void test() {}
    }

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake
    static class InheritedMethodCase extends WithMethod {}

    @SpringJUnitConfig(NoBeans.class)
    @ChimeMessagingFake
    static class BothAroundCase {
        @Nested
        @AutoConfigureChimeMessagingFake
        class Within {
            @Test
            void test() {}
        }
    }

    static class OwnBean {
        @Bean
        ChimeMessagingServer mine() {
            return ChimeMessagingServer.start();
        }
    }

    @SpringJUnitConfig(OwnBean.class)
    @AutoConfigureChimeMessagingFake
    static class OwnBeanCase {
        @Test
        void test() {}
    }

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake(
            region = "us-east-1",
            appInstance = "arn:aws:chime:eu-central-1:111122223333:app-instance/chat")
    static class WrongRegionCase {
        @Test
        void test() {}
    }

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake(endpointProperty = "chat.chime", regionProperty = "chat.chime")
    static class TwoValuesCase {
        @Test
        void test() {}
    }

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake(
            region = "us-east-1",
            appInstance = "arn:aws:chime:eu-central-1:111122223333:app-instance/chat",
            endpointProperty = " ")
    static class BlankAndWrongRegionCase {
        @Test
        void test() {}
    }

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake(withoutAppInstance = true, appInstanceProperty = "chat.app-instance")
    static class NoAppInstanceCase {
        @Test
        void test() {}
    }

    static class FailingInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final AtomicReference<ConfigurableListableBeanFactory> BEANS = new AtomicReference<>();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            BEANS.set(context.getBeanFactory());
            throw new IllegalStateException("The initializer fails");
        }
    }

    @SpringBootTest(
            classes = NoBeans.class,
            properties = {"spring.main.banner-mode=off", "logging.level.root=off"})
    @ContextConfiguration(initializers = FailingInitializer.class)
    @AutoConfigureChimeMessagingFake(endpointProperty = "chat.endpoint")
    static class FailingInitializerCase {
        @Test
        void test() {}
    }

    static class FailingCustomizer implements ContextCustomizerFactory {
        private static final AtomicReference<ConfigurableListableBeanFactory> BEANS = new AtomicReference<>();

        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
            return (context, merged) -> {
                BEANS.set(context.getBeanFactory());
                throw new IllegalStateException("The customizer fails");
            };
        }
    }

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake
    @ContextCustomizerFactories(FailingCustomizer.class)
    static class FailingCustomizerCase {
        @Test
        void test() {}
    }

    static class TakingTheName implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final AtomicReference<ConfigurableListableBeanFactory> BEANS = new AtomicReference<>();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getBeanFactory().registerSingleton("chimeMessagingFakeReadiness", "of the application");
            BEANS.set(context.getBeanFactory());
        }
    }

    @SpringJUnitConfig(classes = NoBeans.class, initializers = TakingTheName.class)
    @AutoConfigureChimeMessagingFake
    static class TakenNameCase {
        @Test
        void test() {}
    }

    @AutoConfigureChimeMessagingFake
    static class NoSpringCase {
        @Test
        void test() {}
    }

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake
    static class StoppingCase {
        @Autowired
        private ChimeMessagingServer chime;

        @Test
        void stopsWireMock() {
            assertThat(chime.isRunning()).isTrue();
            chime.unwrap(WireMockServer.class).stop();
        }

        @Test
        void alsoStopsWireMock() {
            assertThat(chime.isRunning()).isTrue();
            chime.unwrap(WireMockServer.class).stop();
        }
    }

    static class ForgottenProperty {
        @Bean
        ChimeSdkMessagingClient client() {
            return ChimeSdkMessagingClient.builder()
                    .endpointOverride(URI.create("http://localhost:1"))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(AnonymousCredentialsProvider.create())
                    .build();
        }
    }

    static class UnknownAddress {
        @Bean
        ChimeSdkMessagingClient ofTheApplication() {
            return new NotConfigured();
        }

        @Bean
        ChimeSdkMessagingClient likeAMock() {
            return new NotConfigured() {
                @Override
                @SuppressWarnings("NullAway") // As a mock does.
                public ChimeSdkMessagingServiceClientConfiguration serviceClientConfiguration() {
                    return null;
                }
            };
        }
    }

    static class NotConfigured implements ChimeSdkMessagingClient {
        @Override
        public String serviceName() {
            return "of the application";
        }

        @Override
        public void close() {}
    }

    @SpringJUnitConfig(UnknownAddress.class)
    @AutoConfigureChimeMessagingFake
    static class UnknownAddressCase {
        @Test
        void test() {}
    }

    static class OtherSpelling {
        @Bean
        ChimeSdkMessagingClient client(@Value("${chat.endpoint}") URI endpoint) {
            return ChimeSdkMessagingClient.builder()
                    .endpointOverride(URI.create("HTTP://LocalHost:" + endpoint.getPort() + "/"))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(AnonymousCredentialsProvider.create())
                    .build();
        }
    }

    @SpringJUnitConfig(OtherSpelling.class)
    @AutoConfigureChimeMessagingFake(endpointProperty = "chat.endpoint")
    static class OtherSpellingCase {
        @Test
        void test() {}
    }

    @SpringJUnitConfig(ForgottenProperty.class)
    @AutoConfigureChimeMessagingFake
    static class ForgottenPropertyCase {
        @Test
        void test() {}
    }
}
