package io.github.chimefake.spring.boot;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.DELETE_CHANNEL;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.UPDATE_CHANNEL;
import static io.github.chimefake.spring.boot.UnusedSetupTreatment.FAIL;
import static io.github.chimefake.spring.boot.UnusedSetupTreatment.IGNORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Operation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

/** What is done about set-up that tests did not use. */
class UnusedSetupTest {
    private static final String PARAMETER = "chime.fake.unusedSetup";

    private static final String FAULT = "UnusedSetupTest.java:N  fault \"%s, always: fail with ForbiddenException\" ";

    @Test
    void thatOfATestThatPassedIsPrintedAndThatOfItsOtherInvocationsIsNot() {
        assertThat(reports(Run.of(RepeatedCase.class).succeeded(3)))
                .containsExactly(
                        "Not used by UnusedSetupTest > RepeatedCase > repeated(ChimeMessagingServer): 1 part of its set-up",
                        FAULT.formatted("SendChannelMessage") + "never applied: no SendChannelMessage was received");
    }

    @Test
    void whatTestsShareIsPrintedAtTheEndOfTheClassUnlessOneUsedIt() {
        assertThat(reports(Run.of(SharedCase.class).succeeded(3)))
                .containsExactly(
                        "Not used by UnusedSetupTest > SharedCase: 3 parts of its set-up",
                        FAULT.formatted("UpdateChannel") + "never applied in any test",
                        FAULT.formatted("DeleteChannel") + "never applied in any test",
                        FAULT.formatted("DescribeChannel") + "never applied: no DescribeChannel was received");
    }

    @Test
    void itFailsTestsAndClasses() {
        Run run = Run.of(FailingTestCase.class, FailingClassCase.class);

        assertThat(run.failures(3))
                .satisfiesExactly(
                        ofTest -> assertThat(ofTest)
                                .startsWith(
                                        "Not used by UnusedSetupTest > FailingTestCase > fails(ChimeMessagingServer): 1 part of its set-up")
                                .endsWith("Remove it or correct it; or accept it with unusedSetup = REPORT or IGNORE"),
                        ofClass -> assertThat(ofClass)
                                .startsWith("Not used by UnusedSetupTest > FailingClassCase: 1 part of its set-up"));
        assertThat(run.standardError())
                .contains("FAILED: UnusedSetupTest > FailingTestCase > fails(ChimeMessagingServer)");
        assertThat(reports(run)).isEmpty();
    }

    @Test
    void aFailedTestListsItInAnyCaseAndNotWhatAnotherTestUsed() {
        Run run = Run.of(FailedCase.class);

        assertThat(run.failures(2)).containsExactly("as it should");
        assertThat(reports(run))
                .containsExactly(
                        "Not used by UnusedSetupTest > FailedCase > second(ChimeMessagingServer): 1 part of its set-up",
                        FAULT.formatted("SendChannelMessage") + "never applied: no SendChannelMessage was received");
    }

    @Test
    void whatBeansSetUpIsNotReported() {
        assertThat(Run.with(Map.of(PARAMETER, "fail"), BeansCase.class, OtherBeansCase.class)
                        .succeeded(2)
                        .standardError())
                .isEmpty();
    }

    @Test
    void anAbortedTestAndAClassWhoseTestsDidNotAllRunAreNotJudged() {
        Run run = Run.with(Map.of(PARAMETER, "FAIL"), AbortedCase.class, DisabledCase.class);

        assertThat(run.failures(2)).containsExactly("not here");
        assertThat(run.standardError()).isEmpty();
    }

    @Test
    void theSetUpOfAFactoryOfTestsIsPrintedAndFailsNothing() {
        assertThat(reports(
                        Run.with(Map.of(PARAMETER, "FAIL"), FactoryCase.class).succeeded(1)))
                .hasSize(2)
                .startsWith(
                        "Not used by UnusedSetupTest > FactoryCase > tests(ChimeMessagingServer): 1 part of its set-up");
    }

    @Test
    void testsAtTheSameTimeAreNotJudged() {
        assertThat(reports(Run.inParallel(MeetingCase.class).succeeded(2))).isEmpty();
    }

    @Test
    void theConfigurationParameterAndThePropertyDecideWhereTheAnnotationDoesNot() {
        assertThat(reports(Run.with(Map.of(PARAMETER, "ignore"), RepeatedCase.class)
                        .succeeded(3)))
                .isEmpty();
        assertThat(Run.with(Map.of(PARAMETER, " Fail "), RepeatedCase.class).failures(3))
                .hasSize(3);
        assertThat(reports(Run.of(PropertyCase.class).succeeded(1))).isEmpty();
        assertThat(Run.with(Map.of(PARAMETER, "FAIL"), PropertyCase.class).failures(1))
                .hasSize(1);
        assertThat(reports(Run.with(Map.of(PARAMETER, "FAIL"), IgnoreCase.class).succeeded(1)))
                .isEmpty();
    }

    @Test
    void theConfigurationParameterAppliesToAContextThatReplacesAnother() {
        assertThat(Run.with(Map.of(PARAMETER, "FAIL"), DirtiedBeforeCase.class).failures(2))
                .hasSize(2);
    }

    @Test
    void aWrongValueIsReported() {
        assertThat(Run.with(Map.of(PARAMETER, "strict"), BeansCase.class).failure())
                .containsExactly(
                        "The configuration parameter chime.fake.unusedSetup is \"strict\". Expected one of [FAIL,"
                                + " REPORT, IGNORE]");
    }

    /** The reports in what was printed, without line numbers. */
    private static List<String> reports(Run run) {
        return run.standardError()
                .lines()
                .filter(line -> line.startsWith("Not used by ") || line.startsWith("  UnusedSetupTest.java:"))
                .map(line -> line.strip().replaceFirst("java:\\d+", "java:N"))
                .toList();
    }

    private static void failAll(ChimeMessagingServer chime, Operation operation) {
        chime.faults().on(operation).fail(FORBIDDEN);
    }

    private static void meetFault(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> Chat.list(client, chime));
    }

    static class NoBeans {}

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake(users = "alice")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Chatting {}

    @Chatting
    static class RepeatedCase {
        @RepeatedTest(3)
        void repeated(@Autowired ChimeMessagingServer chime) {
            failAll(chime, SEND_CHANNEL_MESSAGE);
        }
    }

    @Chatting
    static class SharedCase {
        @BeforeAll
        static void setUpAll(@Autowired ChimeMessagingServer chime) {
            failAll(chime, DELETE_CHANNEL);
            chime.faults().on(LIST_CHANNELS).delay(Duration.ofMillis(1));
        }

        @BeforeEach
        void setUp(@Autowired ChimeMessagingServer chime) {
            chime.faults().on(DESCRIBE_CHANNEL).fail(FORBIDDEN);
            chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
        }

        @Test
        void usesSome(@Autowired ChimeMessagingServer chime, @Autowired ChimeSdkMessagingClient client) {
            meetFault(chime, client);
        }

        @Test
        void usesNothing() {}

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class Within {
            @BeforeAll
            void setUpAll(@Autowired ChimeMessagingServer chime) {
                failAll(chime, UPDATE_CHANNEL);
            }

            @Test
            void usesNothing() {}
        }
    }

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake(users = "alice", unusedSetup = FAIL)
    static class FailingTestCase {
        @BeforeEach
        void setUp(@Autowired ChimeMessagingServer chime) {
            failAll(chime, LIST_CHANNELS);
        }

        @Test
        void fails(@Autowired ChimeMessagingServer chime) {
            failAll(chime, SEND_CHANNEL_MESSAGE);
        }

        @Test
        void passes(@Autowired ChimeMessagingServer chime, @Autowired ChimeSdkMessagingClient client) {
            meetFault(chime, client);
        }
    }

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake(users = "alice", unusedSetup = FAIL)
    static class FailingClassCase {
        @BeforeEach
        void setUp(@Autowired ChimeMessagingServer chime) {
            failAll(chime, DESCRIBE_CHANNEL);
        }

        @Test
        void passes() {}
    }

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake(users = "alice", unusedSetup = IGNORE)
    @TestMethodOrder(MethodName.class)
    static class FailedCase {
        @BeforeEach
        void setUp(@Autowired ChimeMessagingServer chime) {
            failAll(chime, LIST_CHANNELS);
        }

        @Test
        void first(@Autowired ChimeMessagingServer chime, @Autowired ChimeSdkMessagingClient client) {
            meetFault(chime, client);
        }

        @Test
        void second(@Autowired ChimeMessagingServer chime) {
            failAll(chime, SEND_CHANNEL_MESSAGE);
            fail("as it should");
        }
    }

    static class Failing {
        @Bean
        Object fault(ChimeMessagingServer chime) {
            failAll(chime, LIST_CHANNELS);
            return "registered";
        }
    }

    @SpringJUnitConfig(Failing.class)
    @AutoConfigureChimeMessagingFake
    static class BeansCase {
        @Test
        void test() {}
    }

    @SpringJUnitConfig(Failing.class)
    @AutoConfigureChimeMessagingFake
    static class OtherBeansCase {
        @Test
        void test() {}
    }

    @Chatting
    static class AbortedCase {
        @Test
        void aborted(@Autowired ChimeMessagingServer chime) {
            failAll(chime, SEND_CHANNEL_MESSAGE);
            abort("not here");
        }
    }

    @Chatting
    static class DisabledCase {
        @BeforeEach
        void setUp(@Autowired ChimeMessagingServer chime) {
            failAll(chime, LIST_CHANNELS);
        }

        @Test
        void passes() {}

        @Test
        @Disabled("so that it is not known whether it would use the set-up")
        void disabled() {}
    }

    @Chatting
    static class FactoryCase {
        @TestFactory
        Stream<DynamicTest> tests(@Autowired ChimeMessagingServer chime) {
            failAll(chime, SEND_CHANNEL_MESSAGE);
            return Stream.of(dynamicTest("passes", () -> {}));
        }
    }

    static class Meeting {
        @Bean
        CyclicBarrier meeting() {
            return new CyclicBarrier(2);
        }
    }

    @SpringJUnitConfig(Meeting.class)
    @AutoConfigureChimeMessagingFake
    static class MeetingCase {
        @RepeatedTest(2)
        void meets(@Autowired ChimeMessagingServer chime, @Autowired CyclicBarrier meeting) throws Exception {
            failAll(chime, SEND_CHANNEL_MESSAGE);
            meeting.await(1, TimeUnit.MINUTES);
        }
    }

    @Chatting
    @TestPropertySource(properties = PARAMETER + "=IGNORE")
    static class PropertyCase {
        @Test
        void test(@Autowired ChimeMessagingServer chime) {
            failAll(chime, SEND_CHANNEL_MESSAGE);
        }
    }

    @SpringJUnitConfig(NoBeans.class)
    @AutoConfigureChimeMessagingFake(users = "alice", unusedSetup = IGNORE)
    static class IgnoreCase {
        @Test
        void test(@Autowired ChimeMessagingServer chime) {
            failAll(chime, SEND_CHANNEL_MESSAGE);
        }
    }

    @AutoConfigureChimeMessagingFake(users = "bob") // Its extension comes before that of Spring.
    @SpringJUnitConfig(NoBeans.class)
    static class DirtiedBeforeCase {
        @RepeatedTest(2)
        @DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
        void test(@Autowired ChimeMessagingServer chime) {
            failAll(chime, SEND_CHANNEL_MESSAGE);
        }
    }
}
