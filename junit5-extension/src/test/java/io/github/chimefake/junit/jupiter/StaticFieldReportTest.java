package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit.jupiter.Failing.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.Rival.FromRival;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** What a static field claims of parameters, and what is printed and advised when its tests and containers fail. */
class StaticFieldReportTest {
    @Test
    void aParameterWithAnAnnotationOfAnotherExtensionIsLeftToIt() {
        Run.of(ForeignCase.class).succeeded(1);
    }

    @ParameterizedTest
    @ValueSource(classes = {CompetingTestCase.class, CompetingBeforeAllCase.class, CompetingConstructorCase.class})
    void aCompetitionNamesTheWayOutOnce(Class<?> testClass) {
        Run run = Run.of(testClass);

        assertThat(run.failures()).singleElement().satisfies(failure -> {
            String all = failure.getMessage() + Arrays.toString(failure.getSuppressed());
            assertThat(all).containsOnlyOnce("Both the Chime messaging fake and another extension provide");
        });
    }

    @Test
    void aParameterThatNobodyProvidesIsAdvised() {
        assertThat(Run.of(NobodyCase.class).failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("The Chime messaging fake leaves the parameter to others", "put @InjectChimeFake on it");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                BeforeAllCase.class,
                AfterAllCase.class,
                OnlyConstructorCase.class,
                NestedBeforeAllCase.class,
                WithRulesCase.class
            })
    void aFailureIsPrintedOnce(Class<?> testClass) {
        for (Listening listening : Listening.values()) {
            Run run = listening.run(testClass);

            assertThat(run.failures()).hasSize(1);
            assertThat(run.reports()).as("%s", listening).hasSize(1);
            assertThat(run.standardError().split("1. ListChannels by alice", -1))
                    .hasSize(2);
        }
    }

    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Slow {}

    @ExtendWith(Rival.class)
    static class ForeignCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        ForeignCase(@FromRival ChimeSdkMessagingClient rivals, ChimeMessagingServer chime) {
            assertThat(Rival.provides(rivals)).isTrue();
            chime.user("alice");
        }

        @Test
        void test(@FromRival ChimeSdkMessagingClient rivals, @InjectChimeFake @Slow ChimeSdkMessagingClient ours) {
            assertThat(Rival.provides(rivals)).isTrue();
            assertThat(Rival.provides(ours)).isFalse();
        }
    }

    @ExtendWith(Rival.Greedy.class)
    static class CompetingTestCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @Test
        @DenyCalls(on = LIST_CHANNELS)
        void test(ChimeSdkMessagingClient client) {}
    }

    @ExtendWith(Rival.Greedy.class)
    static class CompetingBeforeAllCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @BeforeAll
        static void beforeAll(ChimeSdkMessagingClient client) {}

        @Test
        void test() {}
    }

    @ExtendWith(Rival.Greedy.class)
    @DenyCalls(on = LIST_CHANNELS)
    static class CompetingConstructorCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        CompetingConstructorCase(ChimeSdkMessagingClient client) {}

        @Test
        void test() {}
    }

    static class NobodyCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @Test
        void test(@FromRival ChimeSdkMessagingClient client) {}
    }

    static class BeforeAllCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @BeforeAll
        static void fail(ChimeMessagingServer chime) {
            call(chime);
        }

        @Test
        void neverRuns() {}
    }

    static class AfterAllCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @Test
        void test() {}

        @AfterAll
        static void fail(ChimeMessagingServer chime) {
            call(chime);
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class OnlyConstructorCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        OnlyConstructorCase(ChimeMessagingServer chime) {
            call(chime);
        }

        @Test
        void neverRuns() {}
    }

    static class NestedBeforeAllCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @Nested
        class Inner {
            @BeforeAll
            static void fail(ChimeMessagingServer chime) {
                call(chime);
            }

            @Test
            void neverRuns() {}
        }
    }

    /** The annotation registers an extension, too. */
    @DenyCalls(on = SEND_CHANNEL_MESSAGE)
    static class WithRulesCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @Test
        void fails(ChimeMessagingServer chime) {
            call(chime);
        }
    }
}
