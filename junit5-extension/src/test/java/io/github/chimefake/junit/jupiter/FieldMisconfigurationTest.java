package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields, and their combination with annotations, that make no sense. */
class FieldMisconfigurationTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                ExtendWithOnClassCase.class,
                ExtendWithOnMethodCase.class,
                FieldAndAnnotationCase.class,
                FieldAndInheritedAnnotationCase.class,
                OneInstanceFieldAndAnnotationCase.class,
                InstanceFieldAndAnnotationCase.class,
                TwoStaticFieldsCase.class,
                InheritedAndOwnFieldCase.class,
                StaticAndInstanceFieldCase.class,
                TwoInstanceFieldsCase.class,
                TwoInstanceFieldsOfSupertypeCase.class,
                InheritedTwiceCase.class,
                WrongPortCase.class,
                WrongRegionCase.class,
                WrongInstanceRegionCase.class,
                WrongJournalCapacityCase.class,
                ContradictoryRegionCase.class,
                BlankUserCase.class,
                RepeatedUserCase.class,
                IdWithoutAppInstanceCase.class,
                ChannelIdWithoutAppInstanceCase.class,
                IdWithoutAppInstanceOfInstanceCase.class,
                RulesWithForeignInstanceFieldCase.class,
                OwnFakeCase.class,
                OwnInstanceFakeCase.class
            })
    void isExplained(Class<?> testClass) {
        Run run = Run.of(testClass);

        assertThat(run.failures())
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains(testClass
                        .getAnnotation(MisconfigurationTest.Expected.class)
                        .value());
        assertThat(run.reported("ran")).isEmpty();
    }

    @Test
    void anExtensionOfATestTemplateIsExplained() {
        assertThat(Run.of(TemplateCase.class).failures())
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("TemplateCase", "not the value of a field with @RegisterExtension");
    }

    /** Jupiter registers an instance field too late for these; what it reports then is Jupiter's own error. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                ConstructorOfInstanceCase.class,
                BeforeAllOfInstanceCase.class,
                ConstructorOfOnlyInstanceCase.class,
                ArgumentsOfInstanceCase.class
            })
    void jupiterReportsAParameterThatNoFakeIsThereFor(Class<?> testClass) {
        assertThat(Run.of(testClass).failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("No ParameterResolver registered for parameter", "ChimeMessagingServer");
    }

    @Test
    void aMethodOutsideOfTestsIsToldToMakeTheFieldStatic() {
        assertThat(Run.of(BeforeAllOfOnlyInstanceCase.class).failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("BeforeAllOfOnlyInstanceCase.beforeAll(", "runs outside of a test", "make the field static");
    }

    @MisconfigurationTest.Expected({
        "@ExtendWith(ChimeMessagingFakeExtension.class) declares no fake",
        "with @ChimeMessagingFake instead",
        "@RegisterExtension static final ChimeMessagingFakeExtension",
        "ChimeMessagingFakeExtension.builder().build()"
    })
    @ExtendWith(ChimeMessagingFakeExtension.class)
    static class ExtendWithOnClassCase {
        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @MisconfigurationTest.Expected({"@ExtendWith(ChimeMessagingFakeExtension.class)", "@ChimeMessagingFake", "builder()"
    })
    static class ExtendWithOnMethodCase {
        @Test
        @ExtendWith(ChimeMessagingFakeExtension.class)
        void test(ChimeMessagingServer chime) {}
    }

    @MisconfigurationTest.Expected({
        "FieldAndAnnotationCase has more than one fake: @ChimeMessagingFake on class",
        " and ChimeMessagingFakeExtension CHIME in class",
        "by the annotation or by one field"
    })
    @ChimeMessagingFake
    static class FieldAndAnnotationCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @Test
        void one(ChimeMessagingServer chime, TestReporter reporter) {
            reporter.publishEntry("ran", "one");
        }

        @Test
        void two(TestReporter reporter) {
            reporter.publishEntry("ran", "two");
        }
    }

    @ChimeMessagingFake
    abstract static class Annotated {}

    @MisconfigurationTest.Expected({
        "FieldAndInheritedAnnotationCase has more than one fake",
        "a class and the classes it extends"
    })
    static class FieldAndInheritedAnnotationCase extends Annotated {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @MisconfigurationTest.Expected("OneInstanceFieldAndAnnotationCase has more than one fake")
    @ChimeMessagingFake
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstanceFieldAndAnnotationCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        OneInstanceFieldAndAnnotationCase(ChimeMessagingServer chime) {}

        @Test
        void test() {}
    }

    @MisconfigurationTest.Expected("InstanceFieldAndAnnotationCase has more than one fake")
    @ChimeMessagingFake
    static class InstanceFieldAndAnnotationCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chime =
                ChimeMessagingFakeExtension.builder().build();

        @Test
        void one(ChimeMessagingServer chime) {}

        @Test
        void two(ChimeMessagingServer chime) {}
    }

    @MisconfigurationTest.Expected({
        "TwoStaticFieldsCase has more than one fake: ChimeMessagingFakeExtension ",
        "FIRST in class",
        "SECOND in class",
        "give the other one its own name"
    })
    static class TwoStaticFieldsCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension FIRST =
                ChimeMessagingFakeExtension.builder().build();

        @RegisterExtension
        static final ChimeMessagingFakeExtension SECOND =
                ChimeMessagingFakeExtension.builder().build();

        @Test
        void one(ChimeMessagingServer chime) {}

        @Test
        void two(ChimeMessagingServer chime) {}
    }

    @MisconfigurationTest.Expected({
        "InheritedAndOwnFieldCase has more than one fake",
        "CHIME in class",
        "Base",
        "OWN in class"
    })
    static class InheritedAndOwnFieldCase extends StaticFieldTest.Base {
        @RegisterExtension
        static final ChimeMessagingFakeExtension OWN =
                ChimeMessagingFakeExtension.builder().build();
    }

    @MisconfigurationTest.Expected("StaticAndInstanceFieldCase has more than one fake")
    static class StaticAndInstanceFieldCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @RegisterExtension
        final ChimeMessagingFakeExtension ofInstance =
                ChimeMessagingFakeExtension.builder().build();

        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @MisconfigurationTest.Expected("TwoInstanceFieldsCase has more than one fake")
    static class TwoInstanceFieldsCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension first =
                ChimeMessagingFakeExtension.builder().build();

        @RegisterExtension
        final ChimeMessagingFakeExtension second =
                ChimeMessagingFakeExtension.builder().build();

        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @MisconfigurationTest.Expected("TwoInstanceFieldsOfSupertypeCase has more than one fake")
    static class TwoInstanceFieldsOfSupertypeCase {
        @RegisterExtension
        final Extension first = ChimeMessagingFakeExtension.builder().build();

        @RegisterExtension
        final Extension second = ChimeMessagingFakeExtension.builder().build();

        @Test
        void test(ChimeMessagingServer chime) {}
    }

    abstract static class WithFake {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();
    }

    @MisconfigurationTest.Expected({
        "ChimeMessagingFakeExtension CHIME in class",
        "WithFake is inherited by class",
        "InheritedTwiceCase$Inner and by class",
        "registers it twice",
        "its fake serves the nested classes, too"
    })
    static class InheritedTwiceCase extends WithFake {
        @Nested
        class Inner extends WithFake {
            Inner(ChimeMessagingServer chime) {}

            @Test
            void test(ChimeMessagingServer chime, TestReporter reporter) {
                reporter.publishEntry("ran", "test");
            }
        }
    }

    @MisconfigurationTest.Expected({
        "CHIME in class",
        "WrongPortCase has an invalid setting: port(70000)",
        "expected 1 to 65535"
    })
    static class WrongPortCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().port(70_000).build();

        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @MisconfigurationTest.Expected({
        "WrongRegionCase has an invalid setting: region(\"US East\")",
        "for example us-east-1"
    })
    static class WrongRegionCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().region("US East").build();

        @Test
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
        }
    }

    @MisconfigurationTest.Expected({
        "ChimeMessagingFakeExtension chime in class",
        "has an invalid setting: region(\"US East\")"
    })
    static class WrongInstanceRegionCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chime =
                ChimeMessagingFakeExtension.builder().region("US East").build();

        @Test
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
        }
    }

    @MisconfigurationTest.Expected({"has an invalid setting: journalCapacity(0)", "at least 1"})
    static class WrongJournalCapacityCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().journalCapacity(0).build();

        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @MisconfigurationTest.Expected({
        "ContradictoryRegionCase cannot be started: region(\"us-east-1\") contradicts appInstance(",
        "Leave region(…) out"
    })
    static class ContradictoryRegionCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME = ChimeMessagingFakeExtension.builder()
                .region("us-east-1")
                .appInstance("arn:aws:chime:eu-central-1:111122223333:app-instance/chat")
                .build();

        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @MisconfigurationTest.Expected({"CHIME in class", "a user with a blank id"})
    static class BlankUserCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().users("alice", " ").build();

        @Test
        void test() {}
    }

    @MisconfigurationTest.Expected({"CHIME in class", "the user \"alice\" twice", "Name every user once"})
    static class RepeatedUserCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME = ChimeMessagingFakeExtension.builder()
                .users("alice")
                .users("bob", "alice")
                .build();

        @Test
        void test() {}
    }

    @MisconfigurationTest.Expected({
        "@DenyCalls on class",
        "by = \"mallory\", an id within the default app instance",
        "started without one",
        "Give an ARN, or start the fake with an app instance"
    })
    @DenyCalls(on = LIST_CHANNELS, by = "mallory")
    static class IdWithoutAppInstanceCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().withoutAppInstance().build();

        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @MisconfigurationTest.Expected({"@FailCalls on", "inChannel = \"general\", an id within", "Give an ARN"})
    static class ChannelIdWithoutAppInstanceCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().withoutAppInstance().build();

        @Test
        @FailCalls(on = LIST_CHANNELS, inChannel = "general", error = FORBIDDEN)
        void test(ChimeMessagingServer chime) {}
    }

    @MisconfigurationTest.Expected({"@DenyCalls on class", "by = \"mallory\"", "started without one"})
    @DenyCalls(on = LIST_CHANNELS, by = "mallory")
    static class IdWithoutAppInstanceOfInstanceCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chime =
                ChimeMessagingFakeExtension.builder().withoutAppInstance().build();

        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @MisconfigurationTest.Expected({
        "@DenyCalls, @FailCalls or @InjectFault on class",
        "RulesWithForeignInstanceFieldCase",
        "has no fake to apply to"
    })
    @DenyCalls(on = LIST_CHANNELS)
    static class RulesWithForeignInstanceFieldCase {
        @RegisterExtension
        final Extension other = new Extension() {};

        @Test
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
        }
    }

    @MisconfigurationTest.Expected({
        "test(), but @ChimeMessagingFake on void",
        "A constructor was given the fake of a class around"
    })
    static class OwnFakeCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        OwnFakeCase(ChimeMessagingServer chime) {}

        @Test
        @ChimeMessagingFake
        void test() {}
    }

    @MisconfigurationTest.Expected({
        "Inner > test(), but ChimeMessagingFakeExtension chime in class",
        "A constructor was given the fake of a class around"
    })
    @ChimeMessagingFake
    static class OwnInstanceFakeCase {
        OwnInstanceFakeCase(ChimeMessagingServer chime) {}

        @Nested
        class Inner {
            @RegisterExtension
            final ChimeMessagingFakeExtension chime =
                    ChimeMessagingFakeExtension.builder().build();

            @Test
            void test() {}
        }
    }

    static class WithExtension implements TestTemplateInvocationContextProvider {
        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(new TestTemplateInvocationContext() {
                @Override
                public List<Extension> getAdditionalExtensions() {
                    return List.of(ChimeMessagingFakeExtension.builder().build());
                }
            });
        }
    }

    static class TemplateCase {
        @TestTemplate
        @ExtendWith(WithExtension.class)
        void test() {}
    }

    static class ConstructorOfInstanceCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chime =
                ChimeMessagingFakeExtension.builder().build();

        ConstructorOfInstanceCase(ChimeMessagingServer chime) {}

        @Test
        void test() {}
    }

    static class BeforeAllOfInstanceCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chime =
                ChimeMessagingFakeExtension.builder().build();

        @BeforeAll
        static void beforeAll(ChimeMessagingServer chime) {}

        @Test
        void test() {}
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class ConstructorOfOnlyInstanceCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chime =
                ChimeMessagingFakeExtension.builder().build();

        ConstructorOfOnlyInstanceCase(ChimeMessagingServer chime) {}

        @Test
        void test() {}
    }

    static class ArgumentsOfInstanceCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chime =
                ChimeMessagingFakeExtension.builder().build();

        static Stream<Arguments> users(ChimeMessagingServer chime) {
            return Stream.of(Arguments.of(chime.user("alice")));
        }

        @ParameterizedTest
        @MethodSource("users")
        void test(Object user) {}
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class BeforeAllOfOnlyInstanceCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chime =
                ChimeMessagingFakeExtension.builder().build();

        @BeforeAll
        void beforeAll(ChimeMessagingServer chime) {}

        @Test
        void test() {}
    }
}
