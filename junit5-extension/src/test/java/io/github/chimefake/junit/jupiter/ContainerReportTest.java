package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Chat.channels;
import static io.github.chimefake.junit.jupiter.FailureReportTest.failed;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import java.util.concurrent.CountDownLatch;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed of the calls that are made outside of tests, which the reset before the next test clears from the journal. */
class ContainerReportTest {
    private static final String BEFORE = "before the first test";
    private static final String SINCE = "since the last test";

    @ParameterizedTest
    @ValueSource(
            classes = {
                AnnotationCase.class,
                FieldCase.class,
                OneInstanceCase.class,
                OneInstanceFieldCase.class,
                ConstructorCase.class
            })
    void whatWasAskedBeforeTheFirstTestIsPrintedWhenTheContainerFailsAfterTheLast(Class<?> testClass) {
        assertThat(lines(Run.of(testClass)))
                .containsExactly("FAILED " + testClass.getSimpleName(), BEFORE, "1. setup", SINCE, "nothing");
        assertThat(lines(Run.inParallel(testClass)))
                .containsExactly("FAILED " + testClass.getSimpleName(), BEFORE, "1. setup", SINCE, "nothing");
    }

    @Test
    void whatWasAskedAfterTheLastTestFollows() {
        assertThat(lines(Run.of(AfterAllCase.class)))
                .containsExactly("FAILED AfterAllCase", BEFORE, "1. setup", SINCE, "1. tearDown");
    }

    @Test
    void eachContainerPrintsWhatWasAskedForItself() {
        assertThat(lines(Run.of(NestedCase.class)))
                .containsExactly(
                        "FAILED Inner",
                        BEFORE,
                        "1. inner",
                        SINCE,
                        "nothing",
                        "FAILED NestedCase",
                        BEFORE,
                        "1. outer",
                        SINCE,
                        "nothing");
    }

    @Test
    void aContainerThatAddsNothingPrintsWhatWasAskedForTheOneAroundIt() {
        assertThat(lines(Run.of(WatchedCase.class)))
                .containsExactly("FAILED Inner", BEFORE, "1. setup", SINCE, "nothing");
    }

    @Test
    void aContainerThatFailsBeforeItsFirstTestPrintsOneList() {
        assertThat(lines(Run.of(BeforeAllCase.class))).containsExactly("FAILED BeforeAllCase", "1. setup");
    }

    @Test
    void whatTheReportOfATestWithoutFakeListedIsKeptForTheContainer() {
        assertThat(lines(Run.of(WithoutFakeCase.class)))
                .containsExactly(
                        "FAILED fails()", "1. setup", "FAILED WithoutFakeCase", BEFORE, "1. setup", SINCE, "nothing");
    }

    @Test
    void aFactoryThatFailsBeforeItHasAFakeIsReported() {
        assertThat(lines(Run.of(FactoryCase.class))).containsExactly("FAILED factory()", "1. setup");
    }

    @Test
    void aFactoryWhoseConstructorWasGivenAFakeIsReportedOnce() {
        assertThat(lines(Run.of(FactoryConstructorCase.class))).containsExactly("FAILED factory()", "1. constructor");
    }

    @Test
    void aFailureWhileAnotherTestHasTheFakeIsReportedWithoutTheCallsOfThatTest() {
        Run run = Run.inParallel(InUseCase.class);

        assertThat(run.failures()).hasSize(2);
        assertThat(failed(run)).hasSize(2).doesNotHaveDuplicates();
        assertThat(run.standardError())
                .contains("runs another test now, so its calls are not printed here.")
                .doesNotContain("ListChannels by test");
    }

    @Test
    void nothingIsPrintedOfAContainerThatPasses() {
        Run run = Run.of(PassingCase.class).succeeded(1);

        assertThat(run.standardError()).doesNotContain("FAILED", "ListChannels");
    }

    /** The reports in short: the last names of what failed, when calls were made, and by which users. */
    private static Stream<String> lines(Run run) {
        return Pattern.compile(
                        "^FAILED: .*[$>] ?(.*)$|was asked (.*):$|^(\\d\\.) ListChannels by (\\w+)|^(nothing),",
                        Pattern.MULTILINE)
                .matcher(run.standardError())
                .results()
                .map(ContainerReportTest::line);
    }

    private static String line(MatchResult match) {
        if (match.group(1) != null) {
            return "FAILED " + match.group(1);
        }
        return match.group(3) == null
                ? Stream.of(match.group(2), match.group(5))
                        .filter(group -> group != null)
                        .findFirst()
                        .orElseThrow()
                : match.group(3) + " " + match.group(4);
    }

    private static void ask(ChimeMessagingServer chime, String user) {
        chime.client().listChannels(channels(chime.user(user)));
    }

    private static class Failing implements AfterAllCallback {
        @Override
        public void afterAll(ExtensionContext context) {
            throw new IllegalStateException("on purpose");
        }
    }

    @ChimeMessagingFake
    @ExtendWith(Failing.class)
    static class AnnotationCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "setup");
        }

        @RepeatedTest(3)
        void passes(ChimeMessagingServer chime) {
            ask(chime, "test");
        }
    }

    @ExtendWith(Failing.class)
    static class FieldCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "setup");
        }

        @RepeatedTest(3)
        void passes(ChimeMessagingServer chime) {
            ask(chime, "test");
        }
    }

    @ChimeMessagingFake
    @ExtendWith(Failing.class)
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstanceCase {
        @BeforeAll
        void setUp(ChimeMessagingServer chime) {
            ask(chime, "setup");
        }

        @RepeatedTest(3)
        void passes(ChimeMessagingServer chime) {
            ask(chime, "test");
        }
    }

    @ExtendWith(Failing.class)
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstanceFieldCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @BeforeAll
        void setUp(ChimeMessagingServer chime) {
            ask(chime, "setup");
        }

        @RepeatedTest(3)
        void passes(ChimeMessagingServer chime) {
            ask(chime, "test");
        }
    }

    @ChimeMessagingFake
    @ExtendWith(Failing.class)
    @TestInstance(Lifecycle.PER_CLASS)
    static class ConstructorCase {
        ConstructorCase(ChimeMessagingServer chime) {
            ask(chime, "setup");
        }

        @RepeatedTest(3)
        void passes(ChimeMessagingServer chime) {
            ask(chime, "test");
        }
    }

    @ChimeMessagingFake
    static class AfterAllCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "setup");
        }

        @Test
        void passes(ChimeMessagingServer chime) {
            ask(chime, "test");
        }

        @AfterAll
        static void tearDown(ChimeMessagingServer chime) {
            ask(chime, "tearDown");
            throw new IllegalStateException("on purpose");
        }
    }

    @ChimeMessagingFake
    @ExtendWith(Failing.class)
    static class NestedCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "outer");
        }

        @Test
        void passes(ChimeMessagingServer chime) {
            ask(chime, "test");
        }

        @Nested
        class Inner {
            @BeforeAll
            static void setUp(ChimeMessagingServer chime) {
                ask(chime, "inner");
            }

            @Test
            void passes(ChimeMessagingServer chime) {
                ask(chime, "test");
            }
        }
    }

    @ChimeMessagingFake
    static class WatchedCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "setup");
        }

        @Nested
        @ExtendWith(Failing.class)
        class Inner {
            @Test
            void passes(ChimeMessagingServer chime) {
                ask(chime, "test");
            }
        }
    }

    @ChimeMessagingFake
    static class BeforeAllCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "setup");
            throw new IllegalStateException("on purpose");
        }

        @Test
        void neverRuns() {}
    }

    private static class FailingBeforeEach implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            throw new IllegalStateException("on purpose");
        }
    }

    @ExtendWith({Failing.class, FailingBeforeEach.class})
    @ChimeMessagingFake
    static class WithoutFakeCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "setup");
        }

        @Test
        void fails() {}
    }

    @ExtendWith(FailingBeforeEach.class)
    @ChimeMessagingFake
    static class FactoryCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "setup");
        }

        @TestFactory
        Stream<DynamicNode> factory() {
            return Stream.empty();
        }
    }

    @ExtendWith(FailingBeforeEach.class)
    @ChimeMessagingFake
    static class FactoryConstructorCase {
        FactoryConstructorCase(ChimeMessagingServer chime) {
            ask(chime, "constructor");
        }

        @TestFactory
        Stream<DynamicNode> factory() {
            return Stream.empty();
        }
    }

    /** The class and its test fail while a test around them has the fake. */
    @ChimeMessagingFake
    static class InUseCase {
        private static final CountDownLatch HAS_FAKE = new CountDownLatch(1);
        private static final CountDownLatch HAS_FAILED = new CountDownLatch(1);

        @Test
        void passes(ChimeMessagingServer chime) throws InterruptedException {
            ask(chime, "test");
            HAS_FAKE.countDown();
            assertThat(HAS_FAILED.await(1, MINUTES)).isTrue();
        }

        /** What is put into the store before the fake's extension puts in its own is closed after the report. */
        private static class FailingMeanwhile implements ExecutionCondition, AfterAllCallback {
            @Override
            public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
                if (context.getTestMethod().isEmpty()) {
                    context.getStore(Namespace.GLOBAL).put("reported", (CloseableResource) HAS_FAILED::countDown);
                }
                return ConditionEvaluationResult.enabled("always");
            }

            @Override
            public void afterAll(ExtensionContext context) {
                throw new IllegalStateException("on purpose");
            }
        }

        @Nested
        @ExtendWith(FailingMeanwhile.class)
        class Inner {
            Inner() throws InterruptedException {
                assertThat(HAS_FAKE.await(1, MINUTES)).isTrue();
                throw new IllegalStateException("on purpose");
            }

            @Test
            void neverRuns() {}
        }
    }

    @ChimeMessagingFake
    static class PassingCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "setup");
        }

        @Test
        void passes(ChimeMessagingServer chime) {
            ask(chime, "test");
        }
    }
}
