package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Failing.ask;
import static io.github.chimefake.junit.jupiter.Failing.onPurpose;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.SAME_THREAD;

import io.github.chimefake.ChimeMessagingServer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer.OrderAnnotation;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed of the calls that are made outside of tests, which the reset before the next test clears from the journal. */
@Tag("slow")
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
        for (Listening listening : Listening.values()) {
            for (Run run : List.of(listening.run(testClass), listening.runInParallel(testClass))) {
                assertThat(lines(run))
                        .as("%s", listening)
                        .containsExactly("FAILED " + testClass.getSimpleName(), BEFORE, "1. setup", SINCE, "nothing");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAskedAfterTheLastTestFollows(Listening listening) {
        assertThat(lines(listening.run(AfterAllCase.class)))
                .containsExactly("FAILED AfterAllCase", BEFORE, "1. setup", SINCE, "1. tearDown");
    }

    @ParameterizedTest
    @EnumSource
    void eachContainerPrintsWhatWasAskedForItself(Listening listening) {
        assertThat(lines(listening.run(NestedCase.class)))
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

    @ParameterizedTest
    @EnumSource
    void aContainerThatAddsNothingPrintsWhatWasAskedForTheOneAroundIt(Listening listening) {
        assertThat(lines(listening.run(WatchedCase.class)))
                .containsExactly("FAILED Inner", BEFORE, "1. setup", SINCE, "nothing");
    }

    @ParameterizedTest
    @EnumSource
    void aContainerThatFailsBeforeItsFirstTestPrintsOneList(Listening listening) {
        assertThat(lines(listening.run(BeforeAllCase.class))).containsExactly("FAILED BeforeAllCase", "1. setup");
    }

    @ParameterizedTest
    @EnumSource
    void whatTheReportOfATestWithoutFakeListedIsKeptForTheContainer(Listening listening) {
        assertThat(lines(listening.run(WithoutFakeCase.class)))
                .containsExactly(
                        "FAILED fails()", "1. setup", "FAILED WithoutFakeCase", BEFORE, "1. setup", SINCE, "nothing");
    }

    @ParameterizedTest
    @EnumSource
    void aFactoryThatFailsBeforeItHasAFakeIsReported(Listening listening) {
        assertThat(lines(listening.run(FactoryCase.class))).containsExactly("FAILED factory()", "1. setup");
    }

    @ParameterizedTest
    @EnumSource
    void aFactoryWhoseConstructorWasGivenAFakeIsReportedOnce(Listening listening) {
        assertThat(lines(listening.run(FactoryConstructorCase.class)))
                .containsExactly("FAILED factory()", "1. constructor");
    }

    @ParameterizedTest
    @EnumSource
    void aFailureWhileAnotherTestHasTheFakeIsReportedWithoutTheCallsOfThatTest(Listening listening) {
        Run run = listening.runInParallel(InUseCase.class);

        assertThat(run.failures()).hasSize(2);
        assertThat(run.reports()).hasSize(2).doesNotHaveDuplicates();
        assertThat(run.standardError())
                .contains("runs another test now, so its calls are not printed here.")
                .doesNotContain("ListChannels by test");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsPrintedOfAContainerThatPasses(Listening listening) {
        Run run = listening.run(PassingCase.class).succeeded(1);

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

    @ChimeMessagingFake
    @ExtendWith(Failing.AfterAll.class)
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

    @ExtendWith(Failing.AfterAll.class)
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
    @ExtendWith(Failing.AfterAll.class)
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

    @ExtendWith(Failing.AfterAll.class)
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
    @ExtendWith(Failing.AfterAll.class)
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
            throw onPurpose();
        }
    }

    @ChimeMessagingFake
    @ExtendWith(Failing.AfterAll.class)
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
        @ExtendWith(Failing.AfterAll.class)
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
            throw onPurpose();
        }

        @Test
        void neverRuns() {}
    }

    @ExtendWith({Failing.AfterAll.class, Failing.BeforeEach.class})
    @ChimeMessagingFake
    static class WithoutFakeCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "setup");
        }

        @Test
        void fails() {}
    }

    @ExtendWith(Failing.BeforeEach.class)
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

    @ExtendWith(Failing.BeforeEach.class)
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

    /** The latches of one run. */
    private record Latches(CountDownLatch hasFake, CountDownLatch isReported) {
        private Latches() {
            this(new CountDownLatch(1), new CountDownLatch(1));
        }
    }

    private static class LatchesOfRun extends TypeBasedParameterResolver<Latches> {
        @Override
        public Latches resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(LatchesOfRun.class))
                    .getOrComputeIfAbsent(Latches.class);
        }
    }

    /** A nested class and its test fail while a test of the class has the fake. */
    @ChimeMessagingFake
    @ExtendWith(LatchesOfRun.class)
    @TestClassOrder(OrderAnnotation.class)
    static class InUseCase {
        @Test
        void passes(ChimeMessagingServer chime, Latches latches) throws InterruptedException {
            ask(chime, "test");
            latches.hasFake().countDown();
            assertThat(latches.isReported().await(1, MINUTES)).isTrue();
        }

        @Nested
        @Order(1)
        @Execution(SAME_THREAD)
        @ExtendWith(Failing.AfterAll.class)
        class Inner {
            Inner(Latches latches) throws InterruptedException {
                assertThat(latches.hasFake().await(1, MINUTES)).isTrue();
                throw onPurpose();
            }

            @Test
            void neverRuns() {}
        }

        /** Runs on the same thread as the class before it, so after the reports of that. */
        @Nested
        @Order(2)
        @Execution(SAME_THREAD)
        class AfterReports {
            @Test
            void passes(Latches latches) {
                latches.isReported().countDown();
            }
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
