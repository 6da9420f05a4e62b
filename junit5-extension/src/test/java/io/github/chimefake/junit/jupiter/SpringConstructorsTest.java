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

    /** Reports what its constructor was given. */
    @ChimeMessagingFake
    abstract static class ConstructorCase {
        private final ChimeSdkMessagingClient client;

        ConstructorCase(ChimeSdkMessagingClient client) {
            this.client = client;
        }

        @Test
        void test(TestReporter reporter) {
            reporter.publishEntry("provider", client.serviceName());
        }
    }

    @ExtendWith(SpringExtension.class)
    static class AnnotatedCase extends ConstructorCase {
        AnnotatedCase(ChimeSdkMessagingClient client) {
            super(client);
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(SpringExtension.class)
    private @interface Composed {}

    @Composed
    static class ComposedCase extends ConstructorCase {
        ComposedCase(ChimeSdkMessagingClient client) {
            super(client);
        }
    }

    @Composed
    private interface WithSpring {}

    static class ImplementingCase extends ConstructorCase implements WithSpring {
        ImplementingCase(ChimeSdkMessagingClient client) {
            super(client);
        }
    }

    static class OwnSpringExtension extends SpringExtension {}

    @ExtendWith(OwnSpringExtension.class)
    static class SubclassOfSpringsCase extends ConstructorCase {
        SubclassOfSpringsCase(ChimeSdkMessagingClient client) {
            super(client);
        }
    }

    static class StaticFieldCase extends ConstructorCase {
        @RegisterExtension
        static final SpringExtension SPRING = new SpringExtension();

        StaticFieldCase(ChimeSdkMessagingClient client) {
            super(client);
        }
    }

    static class StaticFieldOfAnyTypeCase extends ConstructorCase {
        @RegisterExtension
        static final Extension SPRING = new SpringExtension();

        StaticFieldOfAnyTypeCase(ChimeSdkMessagingClient client) {
            super(client);
        }
    }

    static class AnnotatedStaticFieldCase extends ConstructorCase {
        @ExtendWith(SpringExtension.class)
        static final String NAME = "any";

        AnnotatedStaticFieldCase(ChimeSdkMessagingClient client) {
            super(client);
        }
    }

    static class InheritedFieldCase extends StaticFieldCase {
        InheritedFieldCase(ChimeSdkMessagingClient client) {
            super(client);
        }
    }

    private interface WithField {
        @RegisterExtension
        SpringExtension SPRING = new SpringExtension();
    }

    static class FieldOfInterfaceCase extends ConstructorCase implements WithField {
        FieldOfInterfaceCase(ChimeSdkMessagingClient client) {
            super(client);
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstanceCase extends ConstructorCase {
        @RegisterExtension
        static final SpringExtension SPRING = new SpringExtension();

        OneInstanceCase(ChimeSdkMessagingClient client) {
            super(client);
        }
    }

    static class AroundCase {
        @RegisterExtension
        static final SpringExtension SPRING = new SpringExtension();

        @Nested
        class Inner extends ConstructorCase {
            Inner(ChimeSdkMessagingClient client) {
                super(client);
            }
        }
    }

    static class InstanceFieldAroundCase {
        @RegisterExtension
        final SpringExtension spring = new SpringExtension();

        @Nested
        class Inner extends ConstructorCase {
            Inner(ChimeSdkMessagingClient client) {
                super(client);
            }
        }
    }

    /** Its nested class is declared in a class that registers nothing. */
    static class InheritedNestedCase extends WithNestedCase {
        @RegisterExtension
        final SpringExtension spring = new SpringExtension();
    }

    static class WithNestedCase {
        @Nested
        class Inner extends ConstructorCase {
            Inner(ChimeSdkMessagingClient client) {
                super(client);
            }
        }
    }

    static class WithoutSpringCase extends ConstructorCase {
        WithoutSpringCase(ChimeSdkMessagingClient client) {
            super(client);
        }
    }

    /** Jupiter registers the extension after the constructor. */
    static class InstanceFieldCase extends ConstructorCase {
        @RegisterExtension
        final SpringExtension spring = new SpringExtension();

        InstanceFieldCase(ChimeSdkMessagingClient client) {
            super(client);
        }
    }

    @ExtendWith(SpringExtension.class)
    static class SpringCase {
        /** A static class inherits no extension from the one around it. */
        static class OfItsOwnCase extends ConstructorCase {
            OfItsOwnCase(ChimeSdkMessagingClient client) {
                super(client);
            }
        }
    }
}
