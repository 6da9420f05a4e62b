package io.github.chimefake.compatibility;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Class templates and parameterized classes, which Jupiter has since 5.13. */
class ClassTemplateTest {
    private static final Optional<Method> BY_CONFIGURATION =
            ReflectionSupport.findMethod(DynamicContainer.class, "dynamicContainer", Consumer.class);

    @ParameterizedTest
    @ValueSource(
            classes = {
                TemplateCase.class,
                ParameterizedCase.class,
                ConstructorCase.class,
                NestedCase.class,
                ContainerCase.class
            })
    void everyFailureIsReportedOnce(Class<?> testClass) {
        List<String> failed = new ArrayList<>();

        String printed = printedBy(() -> run(testClass).allEvents().failed().stream()
                .map(Object::toString)
                .forEach(failed::add));

        assertThat(failed).hasSize(testClass == ContainerCase.class ? 1 : 2);
        assertEachIsReportedOnce(failed, printed);
    }

    @Test
    void whatWasAskedBeforeTheFirstInvocationIsPrintedWhenTheTemplateFails() {
        assertThat(printedBy(() -> run(BeforeAllCase.class)))
                .containsOnlyOnce("FAILED: ")
                .containsSubsequence(
                        "FAILED: ClassTemplateTest$BeforeAllCase" + System.lineSeparator(),
                        " before the first test:",
                        "1. ListChannels by alice",
                        " since the last test:",
                        "nothing, no call reached it")
                .containsOnlyOnce("ListChannels");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                TemplateCase.class,
                ParameterizedCase.class,
                ConstructorCase.class,
                NestedCase.class,
                ContainerCase.class,
                NoArgumentsCase.class,
                ProviderCase.class,
                InvocationCase.class,
                DynamicModeCase.class
            })
    void everyFailureIsReportedOnceByTheLauncher(Class<?> testClass) {
        List<String> failed = Collections.synchronizedList(new ArrayList<>());

        String printed = printedBy(() -> launch(testClass, failed));

        assertThat(failed).isNotEmpty();
        assertEachIsReportedOnce(failed, printed);
    }

    private static String printedBy(Runnable run) {
        PrintStream original = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, UTF_8));
        try {
            run.run();
        } finally {
            System.setErr(original);
        }
        return printed.toString(UTF_8);
    }

    private static void assertEachIsReportedOnce(List<String> failed, String printed) {
        assertThat(printed.lines().filter(line -> line.startsWith("FAILED: ")))
                .hasSameSizeAs(failed)
                .doesNotHaveDuplicates();
        assertThat(printed.lines().filter(line -> line.startsWith("1. ListChannels")))
                .hasSameSizeAs(failed);
    }

    @ParameterizedTest
    @ValueSource(classes = {ArgumentsCase.class, FieldsCase.class})
    void theArgumentsOfAParameterizedClassComeFirst(Class<?> testClass) {
        EngineExecutionResults results = run(testClass);

        assertThat(results.allEvents().failed().count()).isZero();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(1);
    }

    /** What is replaced in order to be watched would lose its mode. */
    @Test
    void aDynamicContainerKeepsItsExecutionModeWithoutTheListener() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(MeetingCase.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute();

        assertThat(results.allEvents().failed().count()).isZero();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(2);
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute();
    }

    /** Adds the names of what fails. */
    private static void launch(Class<?> testClass, List<String> failed) {
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(testClass))
                                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier node, TestExecutionResult result) {
                                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                                    failed.add(node.getDisplayName());
                                }
                            }
                        });
    }

    /** Is refused, and fails because of it. */
    private static void call(ChimeMessagingServer chime) {
        chime.permissions().deny(LIST_CHANNELS);
        listChannels(chime);
    }

    private static void listChannels(ChimeMessagingServer chime) {
        chime.client()
                .listChannels(
                        request -> request.appInstanceArn(chime.appInstance().arn())
                                .chimeBearer(chime.user("alice").arn()));
    }

    static class Twice implements ClassTemplateInvocationContextProvider {
        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(new ClassTemplateInvocationContext() {}, new ClassTemplateInvocationContext() {});
        }
    }

    @ChimeMessagingFake
    @ClassTemplate
    @ExtendWith(Twice.class)
    static class TemplateCase {
        @Test
        void test(ChimeMessagingServer chime) {
            call(chime);
        }
    }

    @ChimeMessagingFake
    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class ParameterizedCase {
        ParameterizedCase(int number) {}

        @Test
        void test(ChimeMessagingServer chime) {
            call(chime);
        }
    }

    @ChimeMessagingFake
    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class ConstructorCase {
        ConstructorCase(int number, ChimeMessagingServer chime) {
            call(chime);
        }

        @Test
        void neverRuns() {}
    }

    @ChimeMessagingFake
    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class NestedCase {
        NestedCase(int number) {}

        @Nested
        class Inner {
            @Test
            void test(ChimeMessagingServer chime) {
                call(chime);
            }
        }
    }

    @ChimeMessagingFake
    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class ContainerCase {
        ContainerCase(int number) {}

        @Test
        void test() {}

        @AfterAll
        static void fail(ChimeMessagingServer chime) {
            call(chime);
        }
    }

    @ChimeMessagingFake(users = "alice")
    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class BeforeAllCase {
        BeforeAllCase(int number) {}

        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            listChannels(chime);
        }

        @Test
        void test(ChimeMessagingServer chime) {
            listChannels(chime);
        }

        @AfterAll
        static void fail() {
            throw new IllegalStateException("on purpose");
        }
    }

    @ChimeMessagingFake(users = "alice")
    @ParameterizedClass
    @MethodSource("none")
    static class NoArgumentsCase {
        NoArgumentsCase(int number) {}

        static Stream<Integer> none() {
            return Stream.empty();
        }

        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            listChannels(chime);
        }

        @Test
        void neverRuns() {}
    }

    @ChimeMessagingFake(users = "alice")
    @ParameterizedClass
    @MethodSource("failing")
    static class ProviderCase {
        ProviderCase(int number) {}

        static Stream<Integer> failing(ChimeMessagingServer chime) {
            listChannels(chime);
            throw new IllegalStateException("on purpose");
        }

        @Test
        void neverRuns() {}
    }

    @ChimeMessagingFake(users = "alice")
    @ParameterizedClass
    @ValueSource(ints = 1)
    static class InvocationCase {
        InvocationCase(int number) {}

        @BeforeAll
        static void setUp(ChimeMessagingServer chime) {
            listChannels(chime);
        }

        @BeforeParameterizedClassInvocation
        static void fail() {
            throw new IllegalStateException("on purpose");
        }

        @Test
        void neverRuns() {}
    }

    @ChimeMessagingFake(users = "alice")
    static class DynamicModeCase {
        @TestFactory
        DynamicNode factory(ChimeMessagingServer chime) {
            return concurrentContainer("executionMode", Stream.of("").map(name -> {
                listChannels(chime);
                throw new IllegalStateException("on purpose");
            }));
        }
    }

    /** Two dynamic tests that run at the same time, if the version of Jupiter lets their container ask for it. */
    @ChimeMessagingFake
    static class MeetingCase {
        @TestFactory
        DynamicNode factory(ChimeMessagingServer chime) {
            CyclicBarrier together = new CyclicBarrier(BY_CONFIGURATION.isPresent() ? 2 : 1);
            return concurrentContainer(
                    "childExecutionMode",
                    Stream.of("one", "two").map(name -> dynamicTest(name, () -> together.await(1, MINUTES))));
        }
    }

    /** With the execution mode that a container has of its own, where the version of Jupiter knows it. */
    private static DynamicNode concurrentContainer(String mode, Stream<? extends DynamicNode> children) {
        Consumer<Object> configurer = configuration -> {
            set(configuration, "displayName", String.class, "container");
            set(configuration, mode, ExecutionMode.class, ExecutionMode.CONCURRENT);
            set(configuration, "children", Stream.class, children);
        };
        return BY_CONFIGURATION
                .map(method -> (DynamicNode) ReflectionSupport.invokeMethod(method, null, configurer))
                .orElseGet(() -> DynamicContainer.dynamicContainer("container", children));
    }

    private static void set(Object configuration, String name, Class<?> type, Object value) {
        Class<?> declared = Stream.of(DynamicContainer.class.getDeclaredClasses())
                .filter(nested -> nested.isInterface() && nested.isInstance(configuration))
                .findFirst()
                .orElseThrow();
        Method setter = ReflectionSupport.findMethod(declared, name, type).orElseThrow();
        ReflectionSupport.invokeMethod(setter, configuration, value);
    }

    private static final class OtherClient implements ChimeSdkMessagingClient {
        @Override
        public String serviceName() {
            return "other";
        }

        @Override
        public void close() {}
    }

    @ChimeMessagingFake
    @ParameterizedClass
    @MethodSource("clients")
    static class ArgumentsCase {
        private final ChimeSdkMessagingClient ofArguments;

        ArgumentsCase(ChimeSdkMessagingClient client, ChimeMessagingServer chime) {
            ofArguments = client;
            chime.user("alice");
        }

        static Stream<Arguments> clients() {
            return Stream.of(Arguments.of(new OtherClient()));
        }

        @Test
        void test(ChimeSdkMessagingClient client) {
            assertThat(ofArguments).isInstanceOf(OtherClient.class).isNotSameAs(client);
        }
    }

    @ChimeMessagingFake
    @ParameterizedClass
    @ValueSource(ints = 1)
    static class FieldsCase {
        @Parameter
        int number;

        private final ChimeMessagingServer chime;

        FieldsCase(ChimeMessagingServer chime) {
            this.chime = chime;
        }

        @Test
        void test(ChimeMessagingServer ofTest) {
            assertThat(number).isOne();
            assertThat(chime).isSameAs(ofTest);
        }
    }
}
