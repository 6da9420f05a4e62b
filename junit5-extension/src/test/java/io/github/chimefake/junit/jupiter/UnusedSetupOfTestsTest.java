package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit.jupiter.Chat.channels;
import static io.github.chimefake.junit.jupiter.UnusedSetupMode.FAIL;
import static io.github.chimefake.junit.jupiter.UnusedSetupMode.IGNORE;
import static io.github.chimefake.junit.jupiter.UnusedSetupMode.REPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.chimefake.ChimeMessagingServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.JUnitException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

/** What is done about set-up that one test did not use. */
class UnusedSetupOfTestsTest {
    private static final String PARAMETER = "chime.fake.unusedSetup";

    private static void list(ChimeMessagingServer chime) {
        try {
            chime.client().listChannels(channels(chime.user("alice")));
        } catch (ForbiddenException expected) {
            assertThat(expected.statusCode()).isEqualTo(403);
        }
    }

    /** The reports of unused set-up, each with its lines, without the number of the line of a source. */
    static List<String> reports(Run run) {
        return run.standardError()
                .lines()
                .filter(line -> line.matches("Not used by .*|  (\\S+\\.java:|@).*"))
                .map(line -> line.strip().replaceAll("\\.java:\\d+", ".java:N"))
                .toList();
    }

    @Test
    void aTestThatPassesReportsItByDefault() {
        Run run = Run.of(DefaultCase.class).succeeded(2);

        assertThat(run.standardError()).doesNotContain("FAILED", "WARNING");
        assertThat(reports(run))
                .containsExactly(
                        "Not used by UnusedSetupOfTestsTest$DefaultCase > setsUpInVain(ChimeMessagingServer): 3 parts of its"
                                + " set-up",
                        "UnusedSetupOfTestsTest.java:N  fault \"SendChannelMessage, once: fail with ForbiddenException\" never"
                                + " applied: no SendChannelMessage was received",
                        "UnusedSetupOfTestsTest.java:N  permissions().on(DESCRIBE_CHANNEL) is unfinished: finish it with deny()"
                                + " or allow()",
                        "UnusedSetupOfTestsTest.java:N  fault \"ListChannels, 2 calls: fail with ForbiddenException\" did not"
                                + " end: it applied to 1 of 2 calls");
    }

    @ChimeMessagingFake(users = "alice")
    static class DefaultCase {
        @Test
        void setsUpInVain(ChimeMessagingServer chime) {
            chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(FORBIDDEN);
            assertThat(chime.permissions().on(DESCRIBE_CHANNEL)).isNotNull();
            chime.faults().on(LIST_CHANNELS).calls(2).fail(FORBIDDEN);
            list(chime);
        }

        @Test
        @FailCalls(on = LIST_CHANNELS, error = FORBIDDEN)
        void usesAll(ChimeMessagingServer chime) {
            list(chime);
        }
    }

    @Test
    void aTestMayFailOfItAndOfNothingElse() {
        Run run = Run.of(FailCase.class);

        assertThat(run.failed())
                .containsExactlyInAnyOrder(
                        "failsOfIt(ChimeMessagingServer)",
                        "failsOfAnAnnotation(ChimeMessagingServer)",
                        "failsAnyway(ChimeMessagingServer)");
        assertThat(run.failures())
                .anySatisfy(failure -> assertThat(failure)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageStartingWith("Not used by UnusedSetupOfTestsTest$FailCase > failsOfIt")
                        .hasMessageContaining("permission rule \"deny SendChannelMessage with ")
                        .hasMessageEndingWith("accept it with unusedSetup = REPORT or IGNORE"))
                .anySatisfy(failure -> assertThat(failure).hasMessageContaining("@DenyCalls on void "))
                .anySatisfy(failure -> assertThat(failure).hasMessage("the test's own"));
        assertThat(run.reports()).hasSize(3);
        assertThat(reports(run)).hasSize(2).first().asString().contains("failsAnyway");
    }

    @ChimeMessagingFake(users = "alice", unusedSetup = FAIL)
    static class FailCase {
        @Test
        void failsOfIt(ChimeMessagingServer chime) {
            chime.permissions().on(SEND_CHANNEL_MESSAGE).deny();
        }

        @Test
        @DenyCalls(on = SEND_CHANNEL_MESSAGE)
        void failsOfAnAnnotation(ChimeMessagingServer chime) {
            list(chime);
        }

        @Test
        void failsAnyway(ChimeMessagingServer chime) {
            chime.permissions().on(SEND_CHANNEL_MESSAGE).deny();
            throw new IllegalStateException("the test's own");
        }

        @Test
        void isAborted(ChimeMessagingServer chime) {
            chime.permissions().on(SEND_CHANNEL_MESSAGE).deny();
            assumeThat(chime.isRunning()).isFalse();
        }

        @Test
        @Disabled("never runs")
        void isDisabled(ChimeMessagingServer chime) {
            chime.permissions().on(SEND_CHANNEL_MESSAGE).deny();
        }
    }

    @Test
    void whatAfterEachUsesIsUsed() {
        assertThat(reports(Run.of(AfterEachCase.class).succeeded(1))).isEmpty();
    }

    @ChimeMessagingFake(users = "alice", unusedSetup = FAIL)
    static class AfterEachCase {
        @Test
        void setsUp(ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
        }

        @AfterEach
        void use(ChimeMessagingServer chime) {
            list(chime);
        }
    }

    @Test
    void ignoringItIsForTestsThatPass() {
        Run run = Run.of(IgnoreCase.class);

        assertThat(run.failedTests()).isOne();
        assertThat(run.standardError()).contains("FAILED: UnusedSetupOfTestsTest$IgnoreCase > fails");
        assertThat(reports(run))
                .hasSize(2)
                .first()
                .asString()
                .contains("Not used by UnusedSetupOfTestsTest$IgnoreCase > fails(");
    }

    @ChimeMessagingFake(users = "alice", unusedSetup = IGNORE)
    static class IgnoreCase {
        @Test
        void passes(ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
        }

        @Test
        void fails(ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
            throw new IllegalStateException("fails");
        }
    }

    @Test
    void theConfigurationParameterDecidesUnlessTheDeclarationDoes() {
        Run run = Run.with(Map.of(PARAMETER, "fail"), DefaultCase.class, AnnotationCase.class, BuilderCase.class);

        assertThat(run.failed()).containsExactly("setsUpInVain(ChimeMessagingServer)");
        assertThat(reports(run))
                .filteredOn(line -> line.startsWith("Not used"))
                .singleElement()
                .asString()
                .contains("AnnotationCase");
        assertThat(Run.with(Map.of(PARAMETER, "IGNORE"), DefaultCase.class).standardError())
                .isEmpty();
    }

    @ChimeMessagingFake(unusedSetup = REPORT)
    static class AnnotationCase {
        @Test
        void reports(ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
        }
    }

    static class BuilderCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().unusedSetup(IGNORE).build();

        @Test
        void ignores(ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
        }
    }

    @Test
    void anotherValueOfTheParameterIsAnError() {
        assertThat(Run.with(Map.of(PARAMETER, "strict"), AnnotationCase.class, DefaultCase.class)
                        .failures())
                .singleElement()
                .isInstanceOfAny(ExtensionConfigurationException.class, JUnitException.class)
                .extracting(Throwable::getMessage)
                .isEqualTo("The configuration parameter chime.fake.unusedSetup is \"strict\". Expected one of [FAIL,"
                        + " REPORT, IGNORE]");
    }

    @Test
    void eachInvocationOfATemplateIsATest() {
        assertThat(reports(Run.of(RepeatedCase.class).succeeded(2)))
                .hasSize(2)
                .first()
                .asString()
                .contains("repetition 1 of 2");
    }

    @Test
    void onlyTheFirstInvocationsOfATemplateAreReportedOneByOne() {
        Run run = Run.of(ManyInvocationsCase.class).succeeded(12);

        assertThat(reports(run)).filteredOn(line -> line.contains("4 times")).hasSize(4);
        assertThat(reports(run)).filteredOn(line -> line.contains("3 times")).hasSize(3);
        assertThat(reports(run))
                .filteredOn(line -> line.contains("more"))
                .containsExactlyInAnyOrder(
                        "Not used by UnusedSetupOfTestsTest$ManyInvocationsCase > 4 times: and 1 more invocation",
                        "Not used by UnusedSetupOfTestsTest$ManyInvocationsCase > 5 times: and 2 more invocations");
    }

    @ChimeMessagingFake
    static class ManyInvocationsCase {
        @RepeatedTest(3)
        @DisplayName("3 times")
        void threeTimes(ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
        }

        @RepeatedTest(4)
        @DisplayName("4 times")
        void fourTimes(ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5})
        @DisplayName("5 times")
        void fiveTimes(int number, ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).calls(number).fail(FORBIDDEN);
        }
    }

    @ChimeMessagingFake(users = "alice")
    static class RepeatedCase {
        @RepeatedTest(2)
        void usesItTheSecondTime(RepetitionInfo repetition, ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
            if (repetition.getCurrentRepetition() == 2) {
                list(chime);
            }
        }
    }

    @Test
    void dynamicTestsShareTheSetupOfTheirFactory() {
        Run run = Run.of(FactoryCase.class);

        assertThat(run.failed()).containsExactlyInAnyOrder("fails", "failsOfIt(ChimeMessagingServer)");
        assertThat(reports(run))
                .filteredOn(line -> line.startsWith("Not used"))
                .containsExactly(
                        "Not used by UnusedSetupOfTestsTest$FactoryCase > ofAFailure(ChimeMessagingServer): 1 part of"
                                + " its set-up");
    }

    @ChimeMessagingFake(users = "alice", unusedSetup = FAIL)
    static class FactoryCase {
        @TestFactory
        Stream<DynamicTest> uses(ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
            return Stream.of(dynamicTest("first", () -> {}), dynamicTest("second", () -> list(chime)));
        }

        @TestFactory
        Stream<DynamicTest> failsOfIt(ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
            return Stream.of(dynamicTest("first", () -> {}));
        }

        @TestFactory
        Stream<DynamicTest> ofAFailure(ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
            return Stream.of(dynamicTest("fails", () -> {
                throw new IllegalStateException("fails");
            }));
        }
    }

    @Test
    void aFactoryWithAnAbortedDynamicTestReportsItOnly() {
        Run run = Run.of(AbortedDynamicTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(reports(run)).hasSize(2).first().asString().contains("aborts(ChimeMessagingServer): 1 part");
    }

    @ChimeMessagingFake(users = "alice", unusedSetup = FAIL)
    static class AbortedDynamicTestCase {
        @TestFactory
        Stream<DynamicTest> aborts(ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
            return Stream.of(dynamicTest("aborts", () -> {
                assumeThat(chime.isRunning()).isFalse();
                list(chime);
            }));
        }
    }

    @Test
    void aFakeThatTheTestStoppedTellsItToo() {
        assertThat(reports(Run.of(StoppedCase.class).succeeded(1))).hasSize(2);
    }

    @ChimeMessagingFake
    static class StoppedCase {
        @Test
        void stops(ChimeMessagingServer chime) {
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
            chime.stop();
        }
    }
}
