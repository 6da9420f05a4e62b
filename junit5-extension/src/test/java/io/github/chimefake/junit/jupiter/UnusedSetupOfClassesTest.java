package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit.jupiter.Chat.channels;
import static io.github.chimefake.junit.jupiter.UnusedSetupMode.FAIL;
import static io.github.chimefake.junit.jupiter.UnusedSetupOfTestsTest.reports;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.faults.FaultSelection;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

/** What is done about set-up that is shared by the tests of a class. */
class UnusedSetupOfClassesTest {
    private static void list(ChimeMessagingServer chime) {
        try {
            chime.client().listChannels(channels(chime.user("alice")));
        } catch (ForbiddenException expected) {
            assertThat(expected.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void whatAnyTestUsedIsUsed() {
        assertThat(reports(Run.of(UsedCase.class).succeeded(3))).isEmpty();
        assertThat(reports(Run.inParallel(UsedCase.class).succeeded(3))).isEmpty();
    }

    @ChimeMessagingFake(users = "alice", unusedSetup = FAIL)
    @FailCalls(on = LIST_CHANNELS, error = FORBIDDEN, calls = 2)
    static class UsedCase {
        @BeforeEach
        void setUpEach(ChimeMessagingServer chime) {
            chime.permissions().on(LIST_CHANNELS).allow();
        }

        @Test
        void usesNothing() {}

        @Test
        void usesTheFault(ChimeMessagingServer chime) {
            list(chime);
        }

        @Nested
        class Within {
            @Test
            void usesTheRule(ChimeMessagingServer chime) {
                chime.faults().clear();
                list(chime);
            }
        }
    }

    @Test
    void aPrefixIsUsedIfAnyTestFinishedASentenceWithIt() {
        assertThat(reports(Run.of(PrefixCase.class).succeeded(2))).isEmpty();
    }

    @ChimeMessagingFake(users = "alice", unusedSetup = FAIL)
    static class PrefixCase {
        private static FaultSelection lists;

        private FaultSelection listsOfAlice;

        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            lists = chime.faults().on(LIST_CHANNELS);
        }

        @BeforeEach
        void setUpEach(ChimeMessagingServer chime) {
            listsOfAlice = chime.faults().by(chime.user("alice"));
        }

        @Test
        void finishes(ChimeMessagingServer chime) {
            listsOfAlice.once().fail(FORBIDDEN);
            list(chime);
            lists.fail(FORBIDDEN);
            list(chime);
        }

        @Test
        void doesNot() {}
    }

    @Test
    void whatNoTestUsedIsReportedOnceAtTheEndOfTheClass() {
        Run run = Run.of(UnusedCase.class).succeeded(5);

        assertThat(reports(run))
                .containsExactly(
                        "Not used by UnusedSetupOfClassesTest$UnusedCase: 4 parts of its set-up",
                        "UnusedSetupOfClassesTest.java:N  permission rule \"deny DescribeChannel with"
                                + " UnauthorizedClientException\" never applied in any test",
                        "@DenyCalls on class " + UnusedCase.class.getName() + "  permission rule \"deny"
                                + " ListChannelMessages with UnauthorizedClientException\" never applied in any test",
                        "UnusedSetupOfClassesTest.java:N  faults().on(LIST_CHANNELS) is unfinished: finish it with fail(…) or"
                                + " another effect",
                        "UnusedSetupOfClassesTest.java:N  fault \"SendChannelMessage, always: fail with ForbiddenException\""
                                + " never applied: no SendChannelMessage was received");
        assertThat(reports(Run.inParallel(UnusedCase.class).succeeded(5))).hasSize(5);
    }

    @ChimeMessagingFake(users = "alice")
    @DenyCalls(on = LIST_CHANNEL_MESSAGES)
    static class UnusedCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            assertThat(chime.faults().on(LIST_CHANNELS)).isNotNull();
        }

        @BeforeEach
        void setUpEach(ChimeMessagingServer chime) {
            chime.faults().on(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN);
        }

        @RepeatedTest(3)
        void passes(ChimeMessagingServer chime) {
            list(chime);
        }

        @Nested
        class Within {
            @BeforeAll
            static void setUp(ChimeMessagingServer chime) {
                chime.permissions().on(DESCRIBE_CHANNEL).deny();
            }

            @RepeatedTest(2)
            void passes(ChimeMessagingServer chime) {
                list(chime);
            }
        }
    }

    @Test
    void itMayFailTheClass() {
        Run run = Run.of(FailCase.class);

        assertThat(run.failedTests()).isZero();
        assertThat(run.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("Not used by UnusedSetupOfClassesTest$FailCase: 1 part of its set-up")
                        .hasMessageContaining(
                                "fault \"ListChannels, always: fail with ForbiddenException\" never applied in"
                                        + " any test"));
    }

    @ChimeMessagingFake(unusedSetup = FAIL)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class FailCase {
        FailCase(ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
        }

        @Test
        void passes() {}
    }

    @Test
    void aClassWhoseTestsDidNotAllPassReportsItOnly() {
        Run failed = Run.of(FailedTestCase.class);
        Run disabled = Run.of(DisabledTestCase.class).succeeded(1);

        assertThat(failed.failed()).containsExactly("fails()");
        assertThat(reports(failed)).hasSize(2).first().asString().contains("FailedTestCase: 1 part");
        assertThat(reports(disabled)).hasSize(2).first().asString().contains("DisabledTestCase: 1 part");
    }

    @ChimeMessagingFake(unusedSetup = FAIL)
    @DenyCalls(on = LIST_CHANNELS)
    static class FailedTestCase {
        @Test
        void fails() {
            throw new IllegalStateException("fails");
        }

        @Test
        void passes() {}
    }

    @ChimeMessagingFake(unusedSetup = FAIL)
    @DenyCalls(on = LIST_CHANNELS)
    static class DisabledTestCase {
        @Test
        @Disabled("never runs")
        void isDisabled() {}

        @Test
        void passes() {}
    }

    @Test
    void aClassWhoseFactoriesDidNotAllPassReportsItOnly() {
        Run run = Run.of(FailedDynamicTestCase.class, AbortedDynamicTestCase.class, FailedFactoryCase.class);

        assertThat(run.failed()).containsExactlyInAnyOrder("fails", "failsItself()");
        assertThat(reports(run))
                .filteredOn(line -> line.startsWith("Not used"))
                .extracting(line -> line.replaceAll(".*\\$", ""))
                .containsExactlyInAnyOrder(
                        "FailedDynamicTestCase: 1 part of its set-up",
                        "AbortedDynamicTestCase: 1 part of its set-up",
                        "FailedFactoryCase: 1 part of its set-up");
    }

    @ChimeMessagingFake(unusedSetup = FAIL)
    @DenyCalls(on = LIST_CHANNELS)
    static class FailedDynamicTestCase {
        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.of(dynamicTest("passes", () -> {}), dynamicTest("fails", () -> {
                throw new IllegalStateException("fails");
            }));
        }
    }

    @ChimeMessagingFake(unusedSetup = FAIL)
    @DenyCalls(on = LIST_CHANNELS)
    static class AbortedDynamicTestCase {
        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.of(dynamicTest("aborts", () -> abort()));
        }
    }

    @ChimeMessagingFake(unusedSetup = FAIL)
    @DenyCalls(on = LIST_CHANNELS)
    static class FailedFactoryCase {
        @TestFactory
        Stream<DynamicTest> failsItself() {
            throw new IllegalStateException("fails");
        }
    }

    @Test
    void aRunOfSingleTestsDoesNotJudgeTheClass() {
        assertThat(Run.ofMethod(UsedCase.class, "usesNothing").succeeded(1).standardError())
                .isEmpty();
    }

    @Test
    void whatTestsShareIsNotJudgedForAMethodWithItsOwnFake() {
        Run run = Run.of(MethodCase.class).succeeded(4);

        assertThat(reports(run))
                .filteredOn(line -> line.startsWith("Not used"))
                .containsExactly(
                        "Not used by UnusedSetupOfClassesTest$MethodCase > reports(ChimeMessagingServer): 1 part of"
                                + " its set-up");
    }

    static class MethodCase {
        @BeforeEach
        void setUpEach(ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
        }

        @Test
        @ChimeMessagingFake(users = "alice", unusedSetup = FAIL)
        void uses(ChimeMessagingServer chime) {
            list(chime);
        }

        @Test
        @ChimeMessagingFake(unusedSetup = FAIL)
        void usesNothing() {}

        @RepeatedTest(1)
        @ChimeMessagingFake(unusedSetup = FAIL)
        void isRepeated() {}

        @Test
        @ChimeMessagingFake
        void reports(ChimeMessagingServer chime) {
            chime.faults().on(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN);
        }
    }

    @Test
    void fakesOfAnInstanceFieldShareTheRulesOfTheirClass() {
        assertThat(reports(Run.of(InstanceFieldCase.class).succeeded(2)))
                .containsExactly(
                        "Not used by UnusedSetupOfClassesTest$InstanceFieldCase: 1 part of its set-up",
                        "@DenyCalls on class " + InstanceFieldCase.class.getName()
                                + "  permission rule \"deny DescribeChannel with UnauthorizedClientException\" never applied in"
                                + " any test");
    }

    @DenyCalls(on = DESCRIBE_CHANNEL)
    @DenyCalls(on = LIST_CHANNELS, error = FORBIDDEN)
    static class InstanceFieldCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chime =
                ChimeMessagingFakeExtension.builder().users("alice").build();

        @Test
        void uses(ChimeMessagingServer chime) {
            list(chime);
        }

        @Test
        void usesNothing() {}
    }
}
