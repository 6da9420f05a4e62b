package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.Operation.DELETE_CHANNEL;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit.jupiter.Chat.hello;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.sweep.Sweep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** A method with {@link FaultSweep}, as the launcher of build tools runs it. */
class FaultSweepTest {
    /** Two clean runs, six failures of a call of its own, and the comparison. */
    private static final int INVOCATIONS = 9;

    @TempDir
    private Path project;

    private Map<String, String> parameters(String... more) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("chime.fake.sweep.project", project.toString());
        for (int index = 0; index < more.length; index += 2) {
            parameters.put(more[index], more[index + 1]);
        }
        return parameters;
    }

    private Path approved(Class<?> testClass, String method) {
        return project.resolve("src/test/resources/chime-sweeps")
                .resolve(testClass.getName().replace('$', '.') + "." + method + ".txt");
    }

    private void approve(Class<?> testClass, String method, String... lines) throws IOException {
        Path file = approved(testClass, method);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }

    private static final String[] OK = {
        "ok SendChannelMessage by alice in general, no policy allows: threw ChimeSdkMessagingException",
        "ok SendChannelMessage by alice in general, response lost once: passed",
        "ok SendChannelMessage by alice in general, response lost: threw SdkClientException",
        "ok SendChannelMessage by alice in general, role: threw ForbiddenException",
        "ok SendChannelMessage by alice in general, throttled: threw ThrottledClientException",
        "ok SendChannelMessage by alice in general, unknown bearer: threw UnauthorizedClientException"
    };

    /** What the swept tests have in common. */
    @ChimeMessagingFake
    static class Sweeping {
        final ChimeMessagingServer chime;
        final ChimeSdkMessagingClient client;
        final ChimeUser alice;
        final ChimeChannel general;

        Sweeping(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            this.chime = chime;
            this.client = client;
            this.alice = chime.user("alice");
            this.general = chime.channel("general").members(alice).create();
        }

        String send() {
            return client.sendChannelMessage(hello(alice, general)).messageId();
        }

        boolean sendOrIgnore() {
            try {
                send();
            } catch (SdkException e) {
                // Swallowed.
            }
            return true;
        }
    }

    static class Correct extends Sweeping {
        private int runs;

        Correct(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @BeforeEach
        void sendsOutsideOfTheSweep() {
            send();
        }

        @FaultSweep
        void posts(Sweep sweep, TestReporter reporter) {
            runs++;
            String id = sweep.run(this::send).value();
            assertThat(id).isNotEmpty();
            assertThat(chime.state().channels().get(0).messages()).hasSize(2);
            reporter.publishEntry("runs", "" + runs);
        }

        @AfterEach
        void tells(TestReporter reporter) {
            reporter.publishEntry("after", "" + chime.journal().calls().size());
        }
    }

    @Test
    void eachRunStartsFromTheBeginningAndTheVerdictsAreCompared() throws IOException {
        approve(Correct.class, "posts", OK);

        Run run = Run.with(parameters(), Correct.class).succeeded(INVOCATIONS);

        assertThat(run.reported("runs")).containsExactly("1", "1", "1"); // The clean runs, and a response lost once.
        assertThat(run.reported("after")).hasSize(INVOCATIONS);
        assertThat(run.sources("SendChannelMessage by alice in general: response lost once"))
                .hasSize(1);
        assertThat(project.resolve(
                        "target/chime-sweep/" + approved(Correct.class, "posts").getFileName()))
                .content()
                .contains("no alarms");
    }

    @Test
    void summariesAreShort() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            Run.with(parameters("chime.fake.sweep.approve", "true"), Swallowing.class);
        } finally {
            System.setOut(out);
        }

        assertThat(printed.toString(UTF_8).lines())
                .hasSizeLessThanOrEqualTo(10)
                .anyMatch(line -> line.startsWith("ALARM swallowed at "))
                .last()
                .asString()
                .startsWith("The report is in " + project);
    }

    @Test
    void parallelTestsDoNotMakeRunsParallel() throws IOException {
        approve(Correct.class, "posts", OK);

        Run.with(parametersOfParallelRun(), Correct.class).succeeded(INVOCATIONS);
    }

    private Map<String, String> parametersOfParallelRun() {
        Map<String, String> parameters = parameters();
        parameters.putAll(Run.PARALLEL);
        return parameters;
    }

    @Test
    void oneRunIsRepeatedByItsName() {
        Run run = Run.with(
                parameters("chime.fake.sweep.run", "SendChannelMessage by alice in general: role"), Correct.class);

        run.succeeded(4);
        assertThat(run.sources("SendChannelMessage by alice in general: role")).hasSize(1);
    }

    @Test
    void aRunThatDoesNotExistFailsWithTheCalls() {
        Run run = Run.with(parameters("chime.fake.sweep.run", "SendChannelMessage by alice: rloe"), Correct.class);

        assertThat(run.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains(
                        "chime.fake.sweep.run=SendChannelMessage by alice: rloe",
                        "There is no run \"SendChannelMessage by alice: rloe\"",
                        "\"SendChannelMessage by alice in general: role\"");
    }

    @ChimeMessagingFake
    static class WithoutCalls {
        @FaultSweep
        void computes(Sweep sweep) {
            sweep.run(() -> 1);
        }
    }

    @Test
    void aSweepWithoutACallFails() {
        assertThat(Run.with(parameters("chime.fake.sweep.approve", "true"), WithoutCalls.class)
                        .failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("@FaultSweep of", "Nothing was swept, because the code made no call");
    }

    static class Leaving extends Sweeping {
        private static final AtomicInteger STARTED = new AtomicInteger();
        private String sent;

        Leaving(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @BeforeEach
        void failsOnce() {
            if (STARTED.incrementAndGet() == 5) {
                throw new IllegalStateException("before, once");
            }
        }

        @FaultSweep
        @Timeout(value = 1, unit = TimeUnit.MINUTES)
        void sends(Sweep sweep, @TempDir Path ofAnotherResolver, TestInfo info) {
            assertThat(ofAnotherResolver).isEmptyDirectory();
            sweep.run(() -> sent = send()).value();
        }

        @AfterEach
        void needsWhatWasSent() {
            assertThat(sent).isNotNull();
        }
    }

    @Test
    void lifecycleMethodsThatFailAfterAFailureAreNoAlarms() {
        Leaving.STARTED.set(0);

        Run run = Run.with(parameters("chime.fake.sweep.approve", "true"), Leaving.class);

        run.succeeded(INVOCATIONS - 1);
        assertThat(project.resolve(
                        "target/chime-sweep/" + Leaving.class.getName().replace('$', '.') + ".sends.txt"))
                .content()
                .contains("the test ran 5 times", "left out: 1 run: the test did not come to its method");
    }

    static class Several extends Sweeping {
        Several(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @FaultSweep
        void posts(Sweep sweep) {
            sweep.run(this::send);
        }

        @FaultSweep
        void posts(Sweep sweep, TestInfo info) {
            sweep.run(this::send);
        }

        @FaultSweep
        void others(Sweep sweep) {
            sweep.run(this::send);
        }
    }

    @Test
    void parallelMethodsHaveFilesOfTheirOwn() {
        Map<String, String> parallel = parametersOfParallelRun();
        parallel.put("chime.fake.sweep.approve", "true");

        Run.with(parallel, Several.class).succeeded(3 * INVOCATIONS);

        for (String method : List.of("posts(Sweep)", "posts(Sweep,TestInfo)", "others")) {
            assertThat(approved(Several.class, method)).content().contains(OK);
        }
        Run.with(parametersOfParallelRun(), Several.class).succeeded(3 * INVOCATIONS);
    }

    @Test
    void verdictsThatWereNeverApprovedFailWithTheCommand() {
        Run run = Run.with(parameters(), Correct.class);

        assertThat(run.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains(
                        "have not been approved",
                        "does not exist",
                        "-Dtest='FaultSweepTest$Correct#posts' -Dchime.fake.sweep.approve");
    }

    @Test
    void verdictsThatHaveChangedFailWithTheDifference() throws IOException {
        approve(Correct.class, "posts", OK[0], OK[1], OK[2], OK[3], OK[4], "ok SendChannelMessage by bob: passed");

        assertThat(Run.with(parameters(), Correct.class).failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("- ok SendChannelMessage by bob: passed", "+ " + OK[5]);
    }

    static class Swallowing extends Sweeping {
        Swallowing(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @FaultSweep
        void posts(Sweep sweep) {
            sweep.run(this::sendOrIgnore);
        }
    }

    @Test
    void anAlarmFailsItsRunUntilItIsApprovedWithAReason() throws IOException {
        Run.with(parameters("chime.fake.sweep.approve", ""), Swallowing.class).succeeded(INVOCATIONS);
        Path file = approved(Swallowing.class, "posts");
        assertThat(file).content().contains("alarm swallowed: SendChannelMessage by alice in general, role  #");

        Run withoutReason = Run.with(parameters(), Swallowing.class);

        assertThat(withoutReason.failed())
                .contains("SendChannelMessage by alice in general: role")
                .hasSize(4);
        assertThat(withoutReason.failures())
                .allSatisfy(failure -> assertThat(failure)
                        .message()
                        .startsWith("SendChannelMessage by alice in general: ")
                        .contains("FaultSweepTest$Sweeping.send", "@BestEffort(SEND_CHANNEL_MESSAGE)"));

        Files.writeString(
                file,
                Files.readString(file).replace("#\n", "# only a greeting\n").replaceAll("#$", "# x"));
        Run.with(parameters(), Swallowing.class).succeeded(INVOCATIONS);
    }

    @BestEffort(DELETE_CHANNEL)
    static class Declared extends Sweeping {
        Declared(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @FaultSweep
        @BestEffort(SEND_CHANNEL_MESSAGE)
        void posts(Sweep sweep) {
            sweep.run(this::sendOrIgnore);
        }
    }

    @Test
    void aBestEffortIsNoAlarm() {
        Run.with(parameters("chime.fake.sweep.approve", "true"), Declared.class).succeeded(INVOCATIONS);
        assertThat(approved(Declared.class, "posts")).content().doesNotContain("alarm swallowed");
    }

    static class FailingClean extends Sweeping {
        FailingClean(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @FaultSweep
        void fails(Sweep sweep) {
            sweep.run(this::send);
            throw new IllegalStateException("by itself");
        }
    }

    @Test
    void nothingIsInjectedIfTheTestFailsByItself() {
        Run run = Run.with(parameters(), FailingClean.class);

        assertThat(run.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("clean run" + System.lineSeparator() + "java.lang.IllegalStateException: by itself");
        assertThat(run.failedTests()).isOne();
    }

    static class Surrounded extends Sweeping {
        @RegisterExtension
        static final InvocationInterceptor AROUND = new InvocationInterceptor() {
            @Override
            public void interceptTestTemplateMethod(
                    Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                    throws Throwable {
                invocation.proceed();
                Surrounded test = (Surrounded) method.getTarget().orElseThrow();
                context.publishReportEntry("within", "" + test.tries);
                if (context.getDisplayName().endsWith(": role")) {
                    throw new IllegalStateException("the time is over");
                }
            }
        };

        private int tries;

        Surrounded(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @FaultSweep
        void sends(Sweep sweep) {
            sweep.run(() -> {
                        tries++;
                        return send();
                    })
                    .value();
        }

        @AfterEach
        void tells(TestReporter reporter) {
            reporter.publishEntry("after", "" + tries);
        }
    }

    @Test
    void whatSurroundsTheMethodFailsItsRunByNameAndDoesNotSurroundTheSecondTry() {
        Run run = Run.with(parameters("chime.fake.sweep.approve", "true"), Surrounded.class);

        assertThat(run.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("SendChannelMessage by alice in general: role" + System.lineSeparator()
                        + "java.lang.IllegalStateException: the time is over");
        assertThat(run.reported("within")).containsOnly("0", "1");
        assertThat(run.reported("after")).contains("2");
    }

    static class Verifying extends Sweeping {
        Verifying(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @FaultSweep
        void verifies(Sweep sweep) throws Exception {
            Sweep.SweptOutcome<String> sent = sweep.run(this::send);
            sweep.verifyClean(() -> assertThat(sent.value()).isNotEmpty());
            sweep.verifyAlways(() -> assertThat(chime.state().channels()).hasSize(1));
            sweep.verifyAfter(failure -> assertThat(failure.failure().isDenial())
                    .as("%s is a denial", failure)
                    .isEqualTo(sent.exception()
                            .filter(thrown -> !isOfNetworkOrRate(thrown))
                            .isPresent()));
            sweep.verifyAfter(failure -> assertThat(failure.name()).doesNotContain("throttled"));
        }

        private static boolean isOfNetworkOrRate(Throwable thrown) {
            return thrown.getClass().getSimpleName().matches("SdkClientException|ThrottledClientException");
        }
    }

    @Test
    void aFailedVerificationFailsTheRunAndNamesItFirst() {
        Run run = Run.with(parameters("chime.fake.sweep.approve", "true"), Verifying.class);

        assertThat(run.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .startsWith("SendChannelMessage by alice in general: throttled" + System.lineSeparator());
    }

    static class WithField {
        @RegisterExtension
        static final ChimeMessagingFakeExtension FAKE =
                ChimeMessagingFakeExtension.builder().users("alice").build();

        @Nested
        class Within {
            @FaultSweep
            void lists(Sweep sweep, ChimeMessagingServer chime, TestReporter reporter) {
                sweep.run(() -> chime.client().listChannels(Chat.channels(chime.user("alice"))));
                reporter.publishEntry("listed", "yes");
            }
        }
    }

    @Test
    void aNestedClassIsSweptWithTheFakeOfAStaticField() {
        Run run = Run.with(parameters("chime.fake.sweep.approve", "true"), WithField.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.reported("listed")).hasSizeGreaterThan(2);
    }

    @ChimeMessagingFake
    static class BesideTest {
        @Test
        @FaultSweep
        void both(Sweep sweep) {
            sweep.run(() -> 1);
        }
    }

    @ChimeMessagingFake
    static class BesideRepeatedTest {
        @RepeatedTest(2)
        @FaultSweep
        void both(Sweep sweep) {
            sweep.run(() -> 1);
        }
    }

    @ChimeMessagingFake
    static class WithoutAnnotation {
        @Test
        void takes(Sweep sweep) {
            sweep.run(() -> 1);
        }
    }

    @ChimeMessagingFake
    static class BesideParameterizedTest {
        @ParameterizedTest
        @ValueSource(ints = 1)
        @FaultSweep
        void both(int value, Sweep sweep) {
            sweep.run(() -> 1);
        }
    }

    @ChimeMessagingFake(reset = FakeReset.EACH_CLASS)
    static class Continuing {
        @FaultSweep
        void continues(Sweep sweep) {
            sweep.run(() -> 1);
        }
    }

    @ChimeMessagingFake
    static class WithoutParameter {
        @FaultSweep
        void none() {}
    }

    @ChimeMessagingFake
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstance {
        @FaultSweep
        void shares(Sweep sweep) {
            sweep.run(() -> 1);
        }
    }

    static class WithoutFake {
        @FaultSweep
        void sweeps(Sweep sweep) {
            sweep.run(() -> 1);
        }
    }

    @ChimeMessagingFake
    static class WithoutRun {
        @FaultSweep
        void forgets(Sweep sweep) {}
    }

    private static void assertRejected(Run run, String... texts) {
        assertThat(run.failures())
                .extracting(Throwable::getMessage)
                .anySatisfy(message -> assertThat(message).contains(texts));
    }

    @Test
    void wrongUseIsRejected() {
        for (Class<?> besideOther :
                List.of(BesideTest.class, BesideRepeatedTest.class, BesideParameterizedTest.class)) {
            assertThat(Run.with(parameters(), besideOther).failures())
                    .isNotEmpty()
                    .extracting(Throwable::getMessage)
                    .allSatisfy(message -> assertThat(message).contains("instead of it"));
        }
        assertRejected(Run.with(parameters(), WithoutAnnotation.class), "put @FaultSweep on it instead of @Test");
        assertRejected(Run.with(parameters(), Continuing.class), "has a fake with reset = EACH_CLASS");
        assertRejected(Run.with(parameters(), WithoutParameter.class), "has no parameter of type Sweep");
        assertRejected(Run.with(parameters(), OneInstance.class), "one instance for all tests");
        assertRejected(Run.with(parameters(), WithoutFake.class), "has no fake to sweep");
        assertRejected(Run.with(parameters(), WithoutRun.class), "did not call sweep.run");
    }
}
