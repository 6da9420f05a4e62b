package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Failing.call;
import static io.github.chimefake.junit.jupiter.Failing.callInVain;
import static io.github.chimefake.junit.jupiter.Failing.onPurpose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.chimefake.ChimeMessagingServer;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstancePreDestroyCallback;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/** Every kind of test and container that JUnit may report as failed, apart from dynamic ones. */
class FailureReportTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                VariantsCase.class,
                ParallelCase.class,
                TimeoutCase.class,
                CallbackCase.class,
                LateCase.class,
                WithoutFakeCase.class,
                OwnFakeCase.class,
                EarlyOwnFakeCase.class,
                ContainerCase.class,
                NestedCallbackCase.class,
                FactoryConstructorCase.class
            })
    void everyFailureIsReportedOnce(Class<?> testClass) {
        for (Listening listening : Listening.values()) {
            Run run = testClass == ParallelCase.class ? listening.runInParallel(testClass) : listening.run(testClass);

            assertThat(run.failures()).isNotEmpty();
            assertThat(run.reports())
                    .as("%s", listening)
                    .hasSameSizeAs(run.failures())
                    .doesNotHaveDuplicates();
            assertThat(run.standardError()).doesNotContain("2. ListChannels by alice");
            assertThat(run.standardError().split("1. ListChannels by alice", -1))
                    .hasSize(run.failures().size() + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theReportOfAFailureOutsideOfTestsNamesWhatFailed(Listening listening) {
        assertThat(listening.run(ContainerCase.class).reports())
                .containsExactly(
                        "FailureReportTest$ContainerCase > test(ChimeMessagingServer)",
                        "FailureReportTest$ContainerCase > Inner",
                        "FailureReportTest$ContainerCase");
    }

    @Test
    void onlyTheListenerNamesTheFactoryWhoseConstructorFailed() {
        assertThat(Listening.WITH_LISTENER.run(FactoryConstructorCase.class).reports())
                .containsExactly("FailureReportTest$FactoryConstructorCase > neverRuns()");
        assertThat(Listening.WITHOUT_LISTENER.run(FactoryConstructorCase.class).reports())
                .containsExactly("FailureReportTest$FactoryConstructorCase > constructor");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsPrintedOfWhatJUnitDoesNotCallAFailure(Listening listening) {
        Run run = listening.run(NoFailureCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.standardError()).doesNotContain("FAILED", "ListChannels");
    }

    static class Twice implements TestTemplateInvocationContextProvider {
        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(new TestTemplateInvocationContext() {}, new TestTemplateInvocationContext() {});
        }
    }

    @ChimeMessagingFake
    static class VariantsCase {
        @Test
        void test(ChimeMessagingServer chime) {
            call(chime);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void parameterized(int number, ChimeMessagingServer chime) {
            call(chime);
        }

        @RepeatedTest(2)
        void repeated(ChimeMessagingServer chime) {
            call(chime);
        }

        @TestTemplate
        @ExtendWith(Twice.class)
        void template(ChimeMessagingServer chime) {
            call(chime);
        }

        @TestFactory
        Stream<DynamicNode> factory(ChimeMessagingServer chime) {
            call(chime);
            return Stream.empty();
        }

        @TestFactory
        Stream<DynamicNode> lazyFactory(ChimeMessagingServer chime) {
            return Stream.of(1).map(number -> {
                call(chime);
                throw new IllegalStateException("not reached");
            });
        }
    }

    @ChimeMessagingFake
    static class ParallelCase {
        @RepeatedTest(8)
        void test(ChimeMessagingServer chime) {
            call(chime);
        }
    }

    @ChimeMessagingFake
    static class TimeoutCase {
        private final CountDownLatch never = new CountDownLatch(1);

        @BeforeEach
        void call(ChimeMessagingServer chime) {
            callInVain(chime);
        }

        @Test
        @Timeout(value = 10, unit = TimeUnit.MILLISECONDS)
        void onItsThread() throws InterruptedException {
            never.await();
        }

        @Test
        @Timeout(value = 10, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void onAnotherThread() throws InterruptedException {
            never.await();
        }

        @Test
        void preemptively() {
            assertTimeoutPreemptively(Duration.ofMillis(10), () -> never.await());
        }
    }

    private static class FailingWhereNamed
            implements BeforeEachCallback, AfterEachCallback, TestInstancePreDestroyCallback, AfterAllCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            failIfAsked("beforeEach", context);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            failIfAsked("afterEach", context);
        }

        @Override
        public void preDestroyTestInstance(ExtensionContext context) {
            failIfAsked("preDestroy", context);
        }

        @Override
        public void afterAll(ExtensionContext context) {
            failIfAsked("afterAll", context);
        }

        private static void failIfAsked(String callback, ExtensionContext context) {
            if (context.getDisplayName().startsWith(callback)) {
                throw onPurpose();
            }
        }
    }

    @ExtendWith(FailingWhereNamed.class)
    @ChimeMessagingFake
    static class CallbackCase {
        CallbackCase(ChimeMessagingServer chime) {
            callInVain(chime);
        }

        @Test
        void beforeEach() {}

        @Test
        void afterEach() {}

        @Test
        void preDestroy() {}
    }

    /** Fails when what the test left with it is closed. */
    private static class FailingAtTheEnd implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            context.getStore(Namespace.create(FailingAtTheEnd.class)).put("resource", (CloseableResource) () -> {
                throw onPurpose();
            });
        }
    }

    @ExtendWith(FailingAtTheEnd.class)
    @ChimeMessagingFake
    static class LateCase {
        @Test
        void test(ChimeMessagingServer chime) {
            callInVain(chime);
        }
    }

    /** Reaches the fake before any test has one. */
    @ChimeMessagingFake
    static class WithoutFakeCase {
        private static ChimeMessagingServer shared;

        @BeforeAll
        static void share(ChimeMessagingServer chime) {
            shared = chime;
        }

        WithoutFakeCase() {
            call(shared);
        }

        @RepeatedTest(2)
        void neverRuns() {}
    }

    static class OwnFakeCase {
        @Test
        @ChimeMessagingFake
        void test(ChimeMessagingServer chime) {
            call(chime);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        @ChimeMessagingFake
        void parameterized(int number, ChimeMessagingServer chime) {
            call(chime);
        }
    }

    /** Calls a method of the test with the fake, before the test has it. */
    private static class Early implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            Method early = ReflectionSupport.findMethod(
                            context.getRequiredTestClass(), "early", ChimeMessagingServer.class)
                    .orElseThrow();
            context.getExecutableInvoker().invoke(early, context.getRequiredTestInstance());
        }
    }

    @ExtendWith(Early.class)
    @ChimeMessagingFake
    static class EarlyOwnFakeCase {
        void early(ChimeMessagingServer chime) {
            chime.user("alice");
        }

        @Test
        @ChimeMessagingFake
        void test(ChimeMessagingServer chime) {
            call(chime);
        }
    }

    @ChimeMessagingFake
    static class ContainerCase {
        @Test
        void test(ChimeMessagingServer chime) {
            call(chime);
        }

        @Nested
        class Inner {
            @BeforeAll
            static void fail(ChimeMessagingServer chime) {
                call(chime);
            }

            @Test
            void neverRuns() {}
        }

        @AfterAll
        static void fail(ChimeMessagingServer chime) {
            call(chime);
        }
    }

    /** The nested class adds nothing to the fake, but an extension fails there. */
    @ChimeMessagingFake
    static class NestedCallbackCase {
        private static ChimeMessagingServer shared;

        @BeforeAll
        static void share(ChimeMessagingServer chime) {
            shared = chime;
        }

        private static class FailingAfterAll implements AfterAllCallback {
            @Override
            public void afterAll(ExtensionContext context) {
                if (context.getDisplayName().equals("Inner")) {
                    call(shared);
                }
            }
        }

        @Nested
        @ExtendWith(FailingAfterAll.class)
        class Inner {
            @Test
            void passes() {}
        }
    }

    @ChimeMessagingFake
    static class FactoryConstructorCase {
        FactoryConstructorCase(ChimeMessagingServer chime) {
            call(chime);
        }

        @TestFactory
        Stream<DynamicNode> neverRuns() {
            return Stream.empty();
        }
    }

    private static class Swallowing implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable throwable) {}
    }

    @ChimeMessagingFake
    static class NoFailureCase {
        @BeforeEach
        void call(ChimeMessagingServer chime) {
            callInVain(chime);
        }

        @Test
        @ExtendWith(Swallowing.class)
        void isForgiven() {
            throw onPurpose();
        }

        @Test
        void isAborted() {
            abort("on purpose");
        }

        @TestFactory
        Stream<DynamicNode> isAbortedFactory() {
            throw new TestAbortedException("on purpose");
        }

        @Test
        void passes() {}
    }
}
