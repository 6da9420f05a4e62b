package io.github.chimefake.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.InjectChimeFake;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.SpringProperties;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.NestedTestConfiguration;
import org.springframework.test.context.NestedTestConfiguration.EnclosingConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The extension beside Spring's: each provides what is meant for it. */
class SpringInjectionTest {
    private static final String AUTOWIRE_MODE = "spring.test.constructor.autowire.mode";

    @ParameterizedTest
    @ValueSource(
            classes = {
                ParametersCase.class,
                AutowiredConstructorCase.class,
                OneInstanceCase.class,
                TestConstructorCase.class,
                OwnTestConstructorCase.class
            })
    void eachExtensionProvidesItsOwn(Class<?> testClass) {
        run("annotated", testClass)
                .assertStatistics(tests -> tests.started(2).failed(0).aborted(0));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ImplementingCase.class,
                ComposedSuperclassCase.class,
                AliasCase.class,
                RegisteredByStaticFieldCase.class,
                RegisteredByFieldAroundCase.class
            })
    void aConstructorIsLeftToSpringWhereverSpringFindsItsAnnotation(Class<?> testClass) {
        run("annotated", testClass).assertStatistics(tests -> tests.started(1).succeeded(1));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                AnnotatedModeCase.class,
                OverridingCase.class,
                OverridingAroundCase.class,
                OverridingByInterfaceCase.class
            })
    void aConstructorIsNotLeftToSpringWhereSpringDoesNotLookForItsAnnotation(Class<?> testClass) {
        run("annotated", testClass).assertStatistics(tests -> tests.started(1).succeeded(1));
    }

    @Test
    void aConstructorIsLeftToSpringWhereAPropertySaysSo() {
        run("all", PropertyCase.class)
                .assertStatistics(tests -> tests.started(1).failed(0));
    }

    @Test
    void aConstructorIsLeftToSpringWhereItsOwnPropertiesSaySo() {
        // Holds what spring.properties on the class path says, too.
        SpringProperties.setProperty(AUTOWIRE_MODE, "all");
        try {
            run("annotated", PropertyCase.class)
                    .assertStatistics(tests -> tests.started(1).failed(0));
        } finally {
            SpringProperties.setProperty(AUTOWIRE_MODE, null);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {MissingBeanCase.class, MissingConstructorBeanCase.class, BothCase.class})
    void aParameterThatCannotBeResolvedNamesTheWayOut(Class<?> testClass) {
        Throwable failure = run("annotated", testClass)
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow();

        assertThat(Stream.concat(Stream.of(failure), Arrays.stream(failure.getSuppressed()))
                        .map(Throwable::getMessage)
                        .collect(Collectors.joining()))
                .containsAnyOf(
                        "it has the annotation @Autowired. If the fake should provide it, put @InjectChimeFake on it",
                        "has the annotation @Autowired. If the fake should provide it, take it in the test",
                        "another extension provides it, too. Leave out one of their annotations");
    }

    private static Events run(String autowireMode, Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(AUTOWIRE_MODE, autowireMode)
                .selectors(selectClass(testClass))
                .execute()
                .testEvents();
    }

    private static void check(ChimeSdkMessagingClient ofSpring, ChimeSdkMessagingClient ofFake) {
        assertThat(ofSpring.serviceName()).isEqualTo("bean");
        assertThat(ofFake.serviceName()).isEqualTo(ChimeSdkMessagingClient.SERVICE_NAME);
    }

    private static final class BeanClient implements ChimeSdkMessagingClient {
        @Override
        public String serviceName() {
            return "bean";
        }

        @Override
        public void close() {}
    }

    @Configuration
    static class Beans {
        @Bean
        ChimeSdkMessagingClient production() {
            return new BeanClient();
        }
    }

    @Configuration
    static class NoBeans {}

    @SpringJUnitConfig(Beans.class)
    @ChimeMessagingFake
    static class ParametersCase {
        ParametersCase(@Autowired ChimeSdkMessagingClient bean, ChimeMessagingServer chime) {
            check(bean, chime.client());
        }

        @Test
        void test(
                @Autowired ChimeSdkMessagingClient bean,
                ChimeSdkMessagingClient client,
                @InjectChimeFake ChimeMessagingServer chime) {
            check(bean, client);
            check(bean, chime.client());
        }

        @ParameterizedTest
        @ValueSource(ints = 1)
        void parameterized(
                int number, @Qualifier("production") ChimeSdkMessagingClient bean, ChimeSdkMessagingClient client) {
            check(bean, client);
        }
    }

    @SpringJUnitConfig(Beans.class)
    @ChimeMessagingFake
    static class AutowiredConstructorCase {
        private final ChimeSdkMessagingClient bean;

        @Autowired
        AutowiredConstructorCase(ChimeSdkMessagingClient bean) {
            this.bean = bean;
        }

        @Test
        void test(ChimeSdkMessagingClient client) {
            check(bean, client);
        }

        @Nested
        class Inner {
            private final ChimeSdkMessagingClient ofInner;

            @Autowired
            Inner(ChimeSdkMessagingClient bean) {
                ofInner = bean;
            }

            @Test
            void test(ChimeSdkMessagingClient client) {
                check(ofInner, client);
            }
        }
    }

    @SpringJUnitConfig(Beans.class)
    @ChimeMessagingFake
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstanceCase {
        private final ChimeSdkMessagingClient bean;

        @Autowired
        OneInstanceCase(ChimeSdkMessagingClient bean) {
            this.bean = bean;
        }

        @Test
        void one(ChimeSdkMessagingClient client) {
            check(bean, client);
        }

        @Test
        void two(ChimeSdkMessagingClient client) {
            check(bean, client);
        }
    }

    @SpringJUnitConfig(Beans.class)
    @TestConstructor(autowireMode = AutowireMode.ALL)
    @ChimeMessagingFake
    static class TestConstructorCase {
        private final ChimeSdkMessagingClient bean;

        TestConstructorCase(ChimeSdkMessagingClient bean) {
            this.bean = bean;
        }

        @Test
        void test(ChimeSdkMessagingClient client) {
            check(bean, client);
        }

        @Nested
        class Inner {
            private final ChimeSdkMessagingClient ofInner;

            Inner(ChimeSdkMessagingClient bean) {
                ofInner = bean;
            }

            @Test
            void test(ChimeSdkMessagingClient client) {
                check(ofInner, client);
            }
        }
    }

    @TestConstructor(autowireMode = AutowireMode.ALL)
    @SpringJUnitConfig(Beans.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface OwnSpringTest {}

    @OwnSpringTest
    @ChimeMessagingFake
    static class OwnTestConstructorCase {
        private final ChimeSdkMessagingClient bean;

        OwnTestConstructorCase(ChimeSdkMessagingClient bean) {
            this.bean = bean;
        }

        @Test
        void one(ChimeSdkMessagingClient client) {
            check(bean, client);
        }

        @Test
        void two(ChimeSdkMessagingClient client) {
            check(bean, client);
        }
    }

    @SpringJUnitConfig(Beans.class)
    @TestConstructor(autowireMode = AutowireMode.ANNOTATED)
    @ChimeMessagingFake
    static class AnnotatedModeCase {
        private final ChimeSdkMessagingClient ofConstructor;

        AnnotatedModeCase(ChimeSdkMessagingClient client) {
            ofConstructor = client;
        }

        @Test
        void test(@Autowired ChimeSdkMessagingClient bean) {
            check(bean, ofConstructor);
        }
    }

    @SpringJUnitConfig(Beans.class)
    @ChimeMessagingFake
    static class PropertyCase {
        private final ChimeSdkMessagingClient bean;

        PropertyCase(ChimeSdkMessagingClient bean) {
            this.bean = bean;
        }

        @Test
        void test(ChimeSdkMessagingClient client) {
            check(bean, client);
        }
    }

    @TestConstructor(autowireMode = AutowireMode.ALL)
    private interface WithAutowiredConstructor {}

    @SpringJUnitConfig(Beans.class)
    @ChimeMessagingFake
    static class ImplementingCase implements WithAutowiredConstructor {
        private final ChimeSdkMessagingClient bean;

        ImplementingCase(ChimeSdkMessagingClient bean) {
            this.bean = bean;
        }

        @Test
        void test(ChimeSdkMessagingClient client) {
            check(bean, client);
        }
    }

    @TestConstructor(autowireMode = AutowireMode.ALL)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface NotInherited {}

    @NotInherited
    private static class Composed {}

    @SpringJUnitConfig(Beans.class)
    @ChimeMessagingFake
    static class ComposedSuperclassCase extends Composed {
        private final ChimeSdkMessagingClient bean;

        ComposedSuperclassCase(ChimeSdkMessagingClient bean) {
            this.bean = bean;
        }

        @Test
        void test(ChimeSdkMessagingClient client) {
            check(bean, client);
        }
    }

    @TestConstructor(autowireMode = AutowireMode.ANNOTATED)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Autowiring {
        @AliasFor(annotation = TestConstructor.class, attribute = "autowireMode")
        AutowireMode mode();
    }

    @Autowiring(mode = AutowireMode.ALL)
    @SpringJUnitConfig(Beans.class)
    @ChimeMessagingFake
    static class AliasCase {
        private final ChimeSdkMessagingClient bean;

        AliasCase(ChimeSdkMessagingClient bean) {
            this.bean = bean;
        }

        @Test
        void test(ChimeSdkMessagingClient client) {
            check(bean, client);
        }
    }

    @ContextConfiguration(classes = Beans.class)
    @TestConstructor(autowireMode = AutowireMode.ALL)
    @ChimeMessagingFake
    static class RegisteredByStaticFieldCase {
        @RegisterExtension
        static final SpringExtension SPRING = new SpringExtension();

        private final ChimeSdkMessagingClient bean;

        RegisteredByStaticFieldCase(ChimeSdkMessagingClient bean) {
            this.bean = bean;
        }

        @Test
        void test(ChimeSdkMessagingClient client) {
            check(bean, client);
        }
    }

    @ContextConfiguration(classes = Beans.class)
    @TestConstructor(autowireMode = AutowireMode.ALL)
    @ChimeMessagingFake
    static class RegisteredByFieldAroundCase {
        @RegisterExtension
        final SpringExtension spring = new SpringExtension();

        @Nested
        class Inner {
            private final ChimeSdkMessagingClient bean;

            Inner(ChimeSdkMessagingClient bean) {
                this.bean = bean;
            }

            @Test
            void test(ChimeSdkMessagingClient client) {
                check(bean, client);
            }
        }
    }

    @SpringJUnitConfig(Beans.class)
    @TestConstructor(autowireMode = AutowireMode.ALL)
    @ChimeMessagingFake
    static class OverridingCase {
        @Nested
        @NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
        @ContextConfiguration(classes = Beans.class)
        class Inner {
            private final ChimeSdkMessagingClient ofConstructor;

            Inner(ChimeSdkMessagingClient client) {
                ofConstructor = client;
            }

            @Test
            void test(@Autowired ChimeSdkMessagingClient bean) {
                check(bean, ofConstructor);
            }
        }
    }

    @SpringJUnitConfig(Beans.class)
    @TestConstructor(autowireMode = AutowireMode.ALL)
    @NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
    @ChimeMessagingFake
    static class OverridingAroundCase {
        @Nested
        @ContextConfiguration(classes = Beans.class)
        class Inner {
            private final ChimeSdkMessagingClient ofConstructor;

            Inner(ChimeSdkMessagingClient client) {
                ofConstructor = client;
            }

            @Test
            void test(@Autowired ChimeSdkMessagingClient bean) {
                check(bean, ofConstructor);
            }
        }
    }

    @NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
    private interface Overriding {}

    @SpringJUnitConfig(Beans.class)
    @TestConstructor(autowireMode = AutowireMode.ALL)
    @ChimeMessagingFake
    static class OverridingByInterfaceCase {
        @Nested
        @ContextConfiguration(classes = Beans.class)
        class Inner implements Overriding {
            private final ChimeSdkMessagingClient ofConstructor;

            Inner(ChimeSdkMessagingClient client) {
                ofConstructor = client;
            }

            @Test
            void test(@Autowired ChimeSdkMessagingClient bean) {
                check(bean, ofConstructor);
            }
        }
    }

    @SpringJUnitConfig(NoBeans.class)
    @ChimeMessagingFake
    static class MissingBeanCase {
        @Test
        void test(@Autowired ChimeSdkMessagingClient client) {}
    }

    @SpringJUnitConfig(NoBeans.class)
    @ChimeMessagingFake
    static class MissingConstructorBeanCase {
        @Autowired
        MissingConstructorBeanCase(ChimeMessagingServer chime) {}

        @Test
        void test() {}
    }

    @SpringJUnitConfig(Beans.class)
    @ChimeMessagingFake
    static class BothCase {
        @Test
        void test(@InjectChimeFake @Autowired ChimeSdkMessagingClient client) {}
    }
}
