package io.github.chimefake.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Where Spring's extension is found, and that it decides. What it decides on is up to Spring. */
class SpringConstructorsTest {
    private static final String MODE = "spring.test.constructor.autowire.mode";

    @ParameterizedTest
    @ValueSource(
            classes = {
                AnnotatedCase.class,
                ComposedCase.class,
                ImplementingCase.class,
                SubclassOfSpringsCase.class,
                CreatedSubclassOfSpringsCase.class,
                StaticFieldCase.class,
                StaticFieldOfAnyTypeCase.class,
                AnnotatedStaticFieldCase.class,
                InheritedFieldCase.class,
                FieldOfInterfaceCase.class,
                OneInstanceCase.class,
                AroundCase.class,
                InstanceFieldAroundCase.class,
                InheritedNestedCase.class
            })
    void aConstructorIsLeftToSpringHoweverItsExtensionIsRegistered(Class<?> testClass) {
        Run run = Run.with(Map.of(MODE, "all"), testClass).succeeded(1);

        assertThat(run.reported("provider")).containsExactly("bean");
    }

    @ParameterizedTest
    @ValueSource(classes = {AnnotatedCase.class, StaticFieldCase.class, InstanceFieldAroundCase.class})
    void theFakeProvidesWhatSpringDoesNotClaim(Class<?> testClass) {
        Run run = Run.with(Map.of(MODE, "annotated"), testClass).succeeded(1);

        assertThat(run.reported("provider")).containsExactly(ChimeSdkMessagingClient.SERVICE_NAME);
    }

    @ParameterizedTest
    @ValueSource(classes = {WithoutSpringCase.class, InstanceFieldCase.class, SpringCase.OfItsOwnCase.class})
    void theFakeProvidesWhereSpringIsNotRegisteredYet(Class<?> testClass) {
        Run run = Run.with(Map.of(MODE, "all"), testClass).succeeded(1);

        assertThat(run.reported("provider")).containsExactly(ChimeSdkMessagingClient.SERVICE_NAME);
    }

    @ParameterizedTest
    @ValueSource(classes = {ReluctantCase.class, ReluctantFieldCase.class})
    void aSubclassOfSpringsExtensionMayDecideOtherwise(Class<?> testClass) {
        Run run = Run.with(Map.of(MODE, "all"), testClass).succeeded(1);

        assertThat(run.reported("provider")).containsExactly(ChimeSdkMessagingClient.SERVICE_NAME);
    }

    private static void report(ChimeSdkMessagingClient provided, TestReporter reporter) {
        reporter.publishEntry("provider", provided.serviceName());
    }

    @ExtendWith(SpringExtension.class)
    @ChimeMessagingFake
    static class AnnotatedCase {
        AnnotatedCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(SpringExtension.class)
    private @interface Composed {}

    @Composed
    @ChimeMessagingFake
    static class ComposedCase {
        ComposedCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    @Composed
    private interface WithSpring {}

    @ChimeMessagingFake
    static class ImplementingCase implements WithSpring {
        ImplementingCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    static class OwnSpringExtension extends SpringExtension {}

    @ExtendWith(OwnSpringExtension.class)
    @ChimeMessagingFake
    static class SubclassOfSpringsCase {
        SubclassOfSpringsCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    /** Jupiter could not create it. */
    static class CreatedSpringExtension extends SpringExtension {
        CreatedSpringExtension(String name) {
            assertThat(name).isNotEmpty();
        }
    }

    @ChimeMessagingFake
    static class CreatedSubclassOfSpringsCase {
        @RegisterExtension
        static final SpringExtension SPRING = new CreatedSpringExtension("any");

        CreatedSubclassOfSpringsCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    static class ReluctantSpringExtension extends SpringExtension {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return false;
        }
    }

    @ExtendWith(ReluctantSpringExtension.class)
    @ChimeMessagingFake
    static class ReluctantCase {
        ReluctantCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    static class ReluctantFieldCase {
        @RegisterExtension
        static final SpringExtension SPRING = new ReluctantSpringExtension();

        ReluctantFieldCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    static class StaticFieldCase {
        @RegisterExtension
        static final SpringExtension SPRING = new SpringExtension();

        StaticFieldCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    static class StaticFieldOfAnyTypeCase {
        @RegisterExtension
        static final Extension SPRING = new SpringExtension();

        StaticFieldOfAnyTypeCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    static class AnnotatedStaticFieldCase {
        @ExtendWith(SpringExtension.class)
        static final String NAME = "any";

        AnnotatedStaticFieldCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    static class InheritedFieldCase extends WithStaticField {
        InheritedFieldCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    static class WithStaticField {
        @RegisterExtension
        static final SpringExtension SPRING = new SpringExtension();
    }

    private interface WithField {
        @RegisterExtension
        SpringExtension SPRING = new SpringExtension();
    }

    @ChimeMessagingFake
    static class FieldOfInterfaceCase implements WithField {
        FieldOfInterfaceCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    @TestInstance(Lifecycle.PER_CLASS)
    @ChimeMessagingFake
    static class OneInstanceCase {
        @RegisterExtension
        static final SpringExtension SPRING = new SpringExtension();

        OneInstanceCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    static class AroundCase {
        @RegisterExtension
        static final SpringExtension SPRING = new SpringExtension();

        @Nested
        @ChimeMessagingFake
        class Inner {
            Inner(ChimeSdkMessagingClient client, TestReporter reporter) {
                report(client, reporter);
            }

            @Test
            void test() {}
        }
    }

    static class InstanceFieldAroundCase {
        @RegisterExtension
        final SpringExtension spring = new SpringExtension();

        @Nested
        @ChimeMessagingFake
        class Inner {
            Inner(ChimeSdkMessagingClient client, TestReporter reporter) {
                report(client, reporter);
            }

            @Test
            void test() {}
        }
    }

    /** Its nested class is declared in a class that registers nothing. */
    static class InheritedNestedCase extends WithNestedCase {
        @RegisterExtension
        final SpringExtension spring = new SpringExtension();
    }

    static class WithNestedCase {
        @Nested
        @ChimeMessagingFake
        class Inner {
            Inner(ChimeSdkMessagingClient client, TestReporter reporter) {
                report(client, reporter);
            }

            @Test
            void test() {}
        }
    }

    @ChimeMessagingFake
    static class WithoutSpringCase {
        WithoutSpringCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    /** Jupiter registers the extension after the constructor. */
    @ChimeMessagingFake
    static class InstanceFieldCase {
        @RegisterExtension
        final SpringExtension spring = new SpringExtension();

        InstanceFieldCase(ChimeSdkMessagingClient client, TestReporter reporter) {
            report(client, reporter);
        }

        @Test
        void test() {}
    }

    @ExtendWith(SpringExtension.class)
    static class SpringCase {
        /** A static class inherits no extension from the one around it. */
        @ChimeMessagingFake
        static class OfItsOwnCase {
            OfItsOwnCase(ChimeSdkMessagingClient client, TestReporter reporter) {
                report(client, reporter);
            }

            @Test
            void test() {}
        }
    }
}
