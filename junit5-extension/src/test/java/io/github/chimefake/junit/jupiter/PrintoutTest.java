package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit.jupiter.Chat.hello;
import static io.github.chimefake.junit.jupiter.Chat.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

class PrintoutTest {
    @Test
    void aFailedTestIsExplainedByWhatTheFakeWasAskedAndWhyItRefused() {
        Run run = Run.of(FailingCase.class);

        assertThat(run.failures()).hasSize(1);
        assertThat(run.standardError())
                .contains("FAILED: PrintoutTest$FailingCase > Inner > sends(")
                .contains("What the fake at " + run.reported("endpoint").get(0) + " was asked:")
                .contains("1. SendChannelMessage \"hello\" by alice")
                .contains("401 UnauthorizedClientException")
                .contains("because: A rule of this test denies SendChannelMessage by alice");
    }

    @Test
    void textsAreLeftOutIfTheyAreSwitchedOff() {
        assertThat(Run.of(WithoutTextsCase.class).standardError())
                .contains("1. SendChannelMessage by alice in general,")
                .doesNotContain("hello");
    }

    @Test
    void aFailedTestThatCalledNothingIsToldSo() {
        assertThat(Run.of(SilentCase.class).standardError())
                .containsSubsequence("FAILED: PrintoutTest$SilentCase > test()", "nothing, no call reached it");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                BeforeEachCase.class,
                AfterEachCase.class,
                BeforeAllCase.class,
                AfterAllCase.class,
                ConstructorCase.class,
                OnlyConstructorCase.class
            })
    void aFailureOutsideOfTheTestMethodIsExplainedToo(Class<?> testClass) {
        Run run = Run.of(testClass);

        assertThat(run.failures()).hasSize(1);
        assertThat(run.standardError())
                .containsOnlyOnce("FAILED: PrintoutTest$" + testClass.getSimpleName())
                .contains("1. SendChannelMessage \"hello\" by alice")
                .contains("because:");
    }

    @Test
    void nothingIsPrintedOfTestsThatPassOrAreAborted() {
        Run run = Run.of(PassingCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.standardError()).doesNotContain("FAILED", "SendChannelMessage");
    }

    /** Is refused, and fails because of it. */
    private static void call(ChimeMessagingServer chime) {
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
        chime.client().sendChannelMessage(hello(alice, general));
    }

    @ChimeMessagingFake
    static class FailingCase {
        @Nested
        class Inner {
            @Test
            void sends(ChimeMessagingServer chime, TestReporter reporter) {
                reporter.publishEntry("endpoint", chime.endpoint().toString());
                call(chime);
            }
        }
    }

    static class WithoutTextsCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().printTexts(false).build();

        @Test
        void sends(ChimeMessagingServer chime) {
            call(chime);
        }
    }

    @ChimeMessagingFake
    static class SilentCase {
        @Test
        void test() {
            throw new IllegalStateException("on purpose");
        }
    }

    @ChimeMessagingFake
    static class BeforeEachCase {
        @BeforeEach
        void fail(ChimeMessagingServer chime) {
            call(chime);
        }

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    static class AfterEachCase {
        @Test
        void test() {}

        @AfterEach
        void fail(ChimeMessagingServer chime) {
            call(chime);
        }
    }

    @ChimeMessagingFake
    static class BeforeAllCase {
        @BeforeAll
        static void fail(ChimeMessagingServer chime) {
            call(chime);
        }

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    static class AfterAllCase {
        @Test
        void test() {}

        @AfterAll
        static void fail(ChimeMessagingServer chime) {
            call(chime);
        }
    }

    @ChimeMessagingFake
    static class ConstructorCase {
        ConstructorCase(ChimeMessagingServer chime) {
            call(chime);
        }

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OnlyConstructorCase {
        OnlyConstructorCase(ChimeMessagingServer chime) {
            call(chime);
        }

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    static class PassingCase {
        @Test
        void passes(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            ChimeUser alice = chime.user("alice");
            ChimeChannel general = chime.channel("general").members(alice).create();
            chime.permissions().deny(SEND_CHANNEL_MESSAGE);
            assertThat(send(client, alice, general)).contains(401);
        }

        @Test
        void isAborted(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            passes(chime, client);
            abort("on purpose");
        }
    }
}
