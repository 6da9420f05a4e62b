package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Failing.ask;
import static io.github.chimefake.junit.jupiter.Failing.onPurpose;
import static io.github.chimefake.junit.jupiter.Listening.WITHOUT_LISTENER;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.internal.support.RunningNodes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.TestAbortedException;

/** What is printed under a failure of which Jupiter informs no extension, but the launcher informs its listeners. */
class LauncherReportTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                NoArgumentsCase.class,
                ProviderCase.class,
                ClosedAfterCase.class,
                ClosedBeforeCase.class,
                ClosedNestedCase.class,
                FactoryClosingCase.class,
                DynamicClosingCase.class,
                ConditionCase.class,
                FactoryConstructorCase.class,
                PlainFactoryConstructorCase.class,
                FailedAndClosingCase.class
            })
    void aFailureOfWhichNoExtensionIsInformedIsReportedOnce(Class<?> testClass) {
        for (Run run : List.of(Run.of(testClass), Run.inParallel(testClass))) {
            assertThat(run.failed()).hasSize(1);
            assertThat(run.reports())
                    .singleElement()
                    .asString()
                    .endsWith(run.failed().get(0));
            assertThat(run.calls()).containsExactly("1. asked");
        }
    }

    @Test
    void theReportNamesWhatFailedAndWhatIsAroundIt() {
        assertThat(Run.of(ConditionCase.class).reports()).containsExactly("LauncherReportTest$ConditionCase > Inner");
    }

    @Test
    void severalFailuresAreReportedOnceEach() {
        Run run = Run.inParallel(NoArgumentsCase.class, ProviderCase.class, ClosedAfterCase.class, TestCase.class);

        assertThat(run.failed()).hasSize(4);
        assertThat(run.reports()).hasSize(4).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(classes = {PassingCase.class, AbortedCase.class})
    void nothingIsPrintedOfWhatDidNotFail(Class<?> testClass) {
        for (Listening listening : Listening.values()) {
            Run run = listening.run(testClass);

            assertThat(run.failed()).isEmpty();
            assertThat(run.standardError()).as("%s", listening).doesNotContain("FAILED", "ListChannels");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {PassingCase.class, NoArgumentsCase.class, InnerEngineCase.class})
    void nothingIsKeptOfARun(Class<?> testClass) {
        RunningNodes.Listener listener = new RunningNodes.Listener();
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(listener)
                .build());

        boolean empty = CompletableFuture.supplyAsync(
                        () -> {
                            Run.with(launcher, Map.of(), testClass);
                            return listener.isEmpty();
                        },
                        task -> new Thread(task).start())
                .join();

        assertThat(empty).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                TestCase.class,
                DynamicContainerCase.class,
                FactoryConstructorCase.class,
                PlainFactoryConstructorCase.class,
                FailedAndClosingCase.class
            })
    void aFailureThatTheExtensionObservesIsReportedOnceWithoutTheListener(Class<?> testClass) {
        for (Run run : List.of(WITHOUT_LISTENER.run(testClass), WITHOUT_LISTENER.runInParallel(testClass))) {
            assertThat(run.failed()).hasSize(1);
            assertThat(run.reports()).hasSize(1);
            assertThat(run.calls()).containsExactly("1. asked");
        }
    }

    @Test
    void withoutTheListenerTheExtensionReportsWhatItObserves() {
        Run run = WITHOUT_LISTENER.run(NoArgumentsCase.class, TestCase.class, DynamicContainerCase.class);

        assertThat(run.failed()).hasSize(3);
        assertThat(run.reports())
                .containsExactlyInAnyOrder(
                        "LauncherReportTest$TestCase > fails(ChimeMessagingServer)",
                        "LauncherReportTest$DynamicContainerCase > factory(ChimeMessagingServer) > container");
    }

    @Test
    void anEngineThatATestRunsWithoutTheListenerReportsNothingToIt() {
        Run run = Run.of(InnerEngineCase.class);

        assertThat(run.failed()).isEmpty();
        assertThat(run.reports()).isEmpty();
    }

    @Test
    void launchersThatRunTheSameClassAtTheSameTimeReportTheirOwnCalls() {
        Run both = Run.atTheSameTime("run.name", List.of("one", "two"), MeetingCase.class);

        assertThat(both.failed()).hasSize(2);
        assertThat(both.reports()).hasSize(2);
        assertThat(both.calls()).containsExactlyInAnyOrder("1. one", "1. two");
    }

    /** Puts a resource that cannot be closed into the store of a context. */
    private static void putUnclosable(ExtensionContext context) {
        CloseableResource unclosable = () -> {
            throw onPurpose();
        };
        context.getStore(Namespace.create(LauncherReportTest.class)).put("unclosable", unclosable);
    }

    private static class UnclosableClass implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            putUnclosable(context);
        }
    }

    private static class UnclosableAtTheEnd implements AfterAllCallback {
        @Override
        public void afterAll(ExtensionContext context) {
            putUnclosable(context);
        }
    }

    private static class UnclosableTest implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            putUnclosable(context);
        }
    }

    private static class UnclosableDynamicTest implements InvocationInterceptor {
        @Override
        public void interceptDynamicTest(
                Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context)
                throws Throwable {
            putUnclosable(context);
            invocation.proceed();
        }
    }

    private static class FailingCondition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            throw onPurpose();
        }
    }

    /** Resolves the name of the run, which is a configuration parameter. */
    private static class RunName extends TypeBasedParameterResolver<String> {
        @Override
        public String resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getConfigurationParameter("run.name").orElseThrow();
        }
    }

    @ChimeMessagingFake
    static class NoArgumentsCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "asked");
        }

        static Stream<String> none() {
            return Stream.empty();
        }

        @ParameterizedTest
        @MethodSource("none")
        void neverRuns(String argument) {}
    }

    @ChimeMessagingFake
    static class ProviderCase {
        static Stream<String> failing(ChimeMessagingServer chime) {
            ask(chime, "asked");
            throw onPurpose();
        }

        @ParameterizedTest
        @MethodSource("failing")
        void neverRuns(String argument) {}
    }

    @ExtendWith(UnclosableClass.class)
    @ChimeMessagingFake
    static class ClosedAfterCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "asked");
        }

        @Test
        void passes(ChimeMessagingServer chime) {
            ask(chime, "test");
        }
    }

    @ChimeMessagingFake
    @ExtendWith(UnclosableAtTheEnd.class)
    static class ClosedBeforeCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "asked");
        }

        @Test
        void passes(ChimeMessagingServer chime) {
            ask(chime, "test");
        }
    }

    @ChimeMessagingFake
    static class ClosedNestedCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "asked");
        }

        @Nested
        @ExtendWith(UnclosableAtTheEnd.class)
        class Inner {
            @Test
            void passes(ChimeMessagingServer chime) {
                ask(chime, "test");
            }
        }
    }

    @ChimeMessagingFake
    static class FactoryClosingCase {
        @TestFactory
        @ExtendWith(UnclosableTest.class)
        Stream<DynamicTest> factory(ChimeMessagingServer chime) {
            return Stream.of(dynamicTest("passes", () -> ask(chime, "asked")));
        }
    }

    @ChimeMessagingFake
    static class DynamicClosingCase {
        @TestFactory
        @ExtendWith(UnclosableDynamicTest.class)
        Stream<DynamicTest> factory(ChimeMessagingServer chime) {
            return Stream.of(dynamicTest("passes", () -> ask(chime, "asked")));
        }
    }

    @ChimeMessagingFake
    static class ConditionCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "asked");
        }

        @Nested
        @ExtendWith(FailingCondition.class)
        class Inner {
            @Test
            void neverRuns() {}
        }
    }

    @ChimeMessagingFake
    static class FactoryConstructorCase {
        FactoryConstructorCase(ChimeMessagingServer chime) {
            ask(chime, "asked");
            throw onPurpose();
        }

        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.empty();
        }
    }

    @ChimeMessagingFake
    static class PlainFactoryConstructorCase {
        PlainFactoryConstructorCase() {
            throw onPurpose();
        }

        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "asked");
        }

        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.empty();
        }
    }

    @ChimeMessagingFake
    static class TestCase {
        @Test
        void fails(ChimeMessagingServer chime) {
            ask(chime, "asked");
            throw onPurpose();
        }
    }

    @ChimeMessagingFake
    static class DynamicContainerCase {
        @TestFactory
        Stream<DynamicNode> factory(ChimeMessagingServer chime) {
            Stream<DynamicTest> failing = Stream.of("").map(name -> {
                ask(chime, "asked");
                throw onPurpose();
            });
            return Stream.of(dynamicContainer("container", failing));
        }
    }

    @ChimeMessagingFake
    @ExtendWith({Failing.AfterAll.class, UnclosableAtTheEnd.class})
    static class FailedAndClosingCase {
        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            ask(chime, "asked");
        }

        @Test
        void passes() {}
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

        @TestFactory
        Stream<DynamicNode> factory(ChimeMessagingServer chime) {
            return Stream.of(dynamicContainer(
                    "container", Stream.of(dynamicTest("passes", () -> ask(chime, "dynamic")))));
        }
    }

    @ChimeMessagingFake
    static class AbortedCase {
        static Stream<String> aborting(ChimeMessagingServer chime) {
            ask(chime, "asked");
            throw new TestAbortedException("on purpose");
        }

        @ParameterizedTest
        @MethodSource("aborting")
        void neverRuns(String argument) {}
    }

    static class InnerEngineCase {
        @Test
        void runsAnEngine() {
            assertThat(EngineTestKit.engine("junit-jupiter")
                            .selectors(selectClass(NoArgumentsCase.class))
                            .execute()
                            .allEvents()
                            .failed()
                            .count())
                    .isEqualTo(1);
        }
    }

    @ChimeMessagingFake
    @ExtendWith(RunName.class)
    static class MeetingCase {
        private static final CyclicBarrier TOGETHER = new CyclicBarrier(2);

        @BeforeAll
        static void setUp(ChimeMessagingServer chime, String run) {
            ask(chime, run);
        }

        static Stream<String> failing() throws Exception {
            TOGETHER.await(1, MINUTES);
            throw onPurpose();
        }

        @ParameterizedTest
        @MethodSource("failing")
        void neverRuns(String argument) {}
    }
}
