package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Chat.channels;
import static io.github.chimefake.junit.jupiter.Chat.send;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

class ConcurrencyTest {
    @Test
    void testsThatRunAtTheSameTimeGetOneFakeEach() {
        Run run = Run.inParallel(MethodsCase.class).succeeded(2);

        assertThat(run.reported("endpoint")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void testsOfOneInstanceThatRunAtTheSameTimeGetOneFakeEach() {
        Run run = Run.inParallel(OneInstanceCase.class).succeeded(2);

        assertThat(run.reported("endpoint")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aConstructorSeesTheFakeOfItsTestThen() {
        Run run = Run.inParallel(ConstructorCase.class).succeeded(2);

        assertThat(run.reported("endpoint")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aNestedClassThatRunsBesideTheTestsAroundItHasAFakeForItself() {
        Run run = Run.inParallel(NestedCase.class).succeeded(3);

        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(3);
    }

    @Test
    void theConstructorOfAnOuterClassSeesTheFakeOfANestedTest() {
        Run run = Run.inParallel(OuterConstructorCase.class).succeeded(4);

        assertThat(run.reported("same")).hasSize(4).containsOnly("true");
    }

    @Test
    void theConstructorOfAnOuterClassSeesTheBaselineOfANestedClassThatStaysOnOneThread() {
        Run.inParallel(SameThreadCase.class).succeeded(2);
    }

    @Test
    void aFakeThatWasGivenToAConstructorTooEarlyIsExplained() {
        Run run = Run.inParallel(TooEarlyCase.class);

        assertThat(run.failures())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessageContaining("A constructor was given a fake before it was known")
                        .hasMessageContaining("Inner")
                        .hasMessageContaining("@Execution(SAME_THREAD)"));
    }

    @Test
    void testsOnOneThreadOfAParallelRunShareOneFake() {
        Run run = Run.inParallel(OneThreadCase.class).succeeded(3);

        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(1);
    }

    @Test
    void aTestThatRunsWithinTheConstructorOfAnotherOneHasAnotherFake() {
        Map<String, String> oneThread = Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "1");

        Run.with(oneThread, HelpingCase.class).succeeded(3);
    }

    /** Waits until the other test is here, too; the limit is for the case that it never comes. */
    private static void meet(CyclicBarrier others) throws Exception {
        others.await(1, MINUTES);
    }

    private static void useAlone(CyclicBarrier others, ChimeMessagingServer chime, TestReporter reporter)
            throws Exception {
        reporter.publishEntry("endpoint", chime.endpoint().toString());
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        meet(others);
        assertThat(send(chime.client(), alice, general)).isEmpty();
        meet(others);
        assertThat(chime.journal().calls()).hasSize(1);
        assertThat(chime.client().listChannels(channels(alice)).channels()).hasSize(2);
    }

    @ChimeMessagingFake(users = "alice")
    static class MethodsCase {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @BeforeAll
        static void fill(ChimeMessagingServer chime) {
            chime.channel("of-baseline").members(chime.user("alice")).create();
        }

        @Test
        void one(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
            useAlone(BOTH, chime, reporter);
        }

        @Test
        void two(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
            useAlone(BOTH, chime, reporter);
        }
    }

    @ChimeMessagingFake(users = "alice")
    @TestInstance(Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT) // Jupiter would run them on one thread otherwise.
    static class OneInstanceCase {
        private final CyclicBarrier both = new CyclicBarrier(2);

        OneInstanceCase(ChimeMessagingServer chime) {
            chime.channel("of-baseline").members(chime.user("alice")).create();
        }

        @Test
        void one(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
            useAlone(both, chime, reporter);
        }

        @Test
        void two(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
            useAlone(both, chime, reporter);
        }
    }

    @ChimeMessagingFake(users = "alice")
    static class ConstructorCase {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        private final ChimeMessagingServer ofConstructor;

        ConstructorCase(ChimeMessagingServer chime) throws Exception {
            ofConstructor = chime;
            chime.channel("of-constructor").members(chime.user("alice")).create();
            meet(BOTH);
        }

        @Test
        void one(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
            assertThat(chime).isSameAs(ofConstructor);
            useAlone(BOTH, chime, reporter);
        }

        @Test
        void two(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
            assertThat(chime).isSameAs(ofConstructor);
            useAlone(BOTH, chime, reporter);
        }
    }

    @ChimeMessagingFake(users = "alice")
    static class NestedCase {
        private static final CyclicBarrier ALL = new CyclicBarrier(3);

        @Test
        void outer(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
            chime.channel("of-test").members(chime.user("alice")).create();
            useAlone(ALL, chime, reporter);
        }

        @Nested
        class Inner {
            @BeforeAll
            static void fill(ChimeMessagingServer chime) {
                chime.channel("of-inner").members(chime.user("alice")).create();
            }

            @Test
            void one(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
                useAlone(ALL, chime, reporter);
            }

            @Test
            void two(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
                useAlone(ALL, chime, reporter);
            }
        }
    }

    @ChimeMessagingFake(users = "alice")
    static class OuterConstructorCase {
        private static final CyclicBarrier TWO = new CyclicBarrier(2);

        private final ChimeMessagingServer ofConstructor;

        OuterConstructorCase(ChimeMessagingServer chime) throws Exception {
            ofConstructor = chime;
            chime.channel("of-constructor").members(chime.user("alice")).create();
            meet(TWO);
        }

        private void compare(ChimeMessagingServer chime, TestReporter reporter) {
            reporter.publishEntry("same", Boolean.toString(chime == ofConstructor));
            assertThat(chime.client()
                            .listChannels(channels(chime.user("alice")))
                            .channels())
                    .hasSize(1);
        }

        @RepeatedTest(2)
        void outer(ChimeMessagingServer chime, TestReporter reporter) {
            compare(chime, reporter);
        }

        @Nested
        class Inner {
            @RepeatedTest(2)
            void inner(ChimeMessagingServer chime, TestReporter reporter) {
                compare(chime, reporter);
            }
        }
    }

    @ChimeMessagingFake(users = "alice")
    static class SameThreadCase {
        private final ChimeMessagingServer ofConstructor;

        SameThreadCase(ChimeMessagingServer chime) {
            ofConstructor = chime;
            chime.channel("of-constructor").members(chime.user("alice")).create();
        }

        @Nested
        @Execution(ExecutionMode.SAME_THREAD)
        class Inner {
            @BeforeAll
            static void fill(ChimeMessagingServer chime) {
                chime.channel("of-inner").members(chime.user("alice")).create();
            }

            @RepeatedTest(2)
            void seesBoth(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
                assertThat(chime).isSameAs(ofConstructor);
                assertThat(client.listChannels(channels(chime.user("alice"))).channels())
                        .hasSize(2);
            }
        }
    }

    @ChimeMessagingFake(users = "alice")
    static class TooEarlyCase {
        TooEarlyCase(ChimeMessagingServer chime) {
            chime.channel("of-constructor").create();
        }

        @Nested
        class Inner {
            Inner() {
                throw new IllegalStateException("not reached");
            }

            @BeforeAll
            static void fill(ChimeMessagingServer chime) {
                chime.channel("of-inner").create();
            }

            @RepeatedTest(2)
            void neverRuns() {}
        }
    }

    @ChimeMessagingFake
    @Execution(ExecutionMode.SAME_THREAD)
    static class OneThreadCase {
        @RepeatedTest(3)
        void test(ChimeMessagingServer chime, TestReporter reporter) {
            reporter.publishEntry("endpoint", chime.endpoint().toString());
        }
    }

    private static final class OtherTask extends RecursiveAction {
        /** Runs another test on this thread, as the join of a task may do. */
        static void runOne() {
            Optional.ofNullable(pollTask()).ifPresent(ForkJoinTask::quietlyInvoke);
        }

        @Override
        protected void compute() {}
    }

    /** While a constructor waits for tasks of its own, its thread may run other tests. */
    @ChimeMessagingFake
    static class HelpingCase {
        HelpingCase(ChimeMessagingServer chime) {
            chime.client().listChannels(channels(chime.user("constructor")));
            OtherTask.runOne();
            assertThat(chime.journal().calls()).hasSize(1);
        }

        @Test
        void one(ChimeMessagingServer chime) {
            assertThat(chime.journal().calls()).hasSize(1);
        }

        @Test
        void two(ChimeMessagingServer chime) {
            assertThat(chime.journal().calls()).hasSize(1);
        }

        @Test
        void three(ChimeMessagingServer chime) {
            assertThat(chime.journal().calls()).hasSize(1);
        }
    }
}
