package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit.jupiter.Chat.channels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.FaultSweepTest.Sweeping;
import io.github.chimefake.junit.jupiter.internal.suite.StrictEngine;
import io.github.chimefake.sweep.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** A suite without any annotation of a sweep, swept by a configuration parameter. */
@Tag("slow")
@Isolated("It finds all fakes of the JVM, and mutes its output.")
class SuiteSweepTest {
    @TempDir
    private Path project;

    private Run sweep(Class<?>... testClasses) {
        return Run.with(
                Map.of("chime.fake.sweep", "report", "chime.fake.sweep.project", project.toString()), testClasses);
    }

    private String report() throws IOException {
        return Files.readString(project.resolve("target/chime-sweep/suite.txt"));
    }

    static class Suite extends Sweeping {
        Suite(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @Test
        void swallows() {
            assertThat(sendOrIgnore()).isTrue();
        }

        @Test
        void throwsIt(TestReporter reporter) {
            reporter.publishEntry("ran", "throwsIt");
            assertThat(send()).isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"one", "two"})
        void lists(String name) {
            client.listChannels(channels(alice));
        }

        @Test
        void failsByItself() {
            fail("always");
        }

        @Test
        @NotSwept("it writes to a database")
        void touchesOthers() {
            send();
        }

        @Nested
        class Within {
            @Test
            void sendsToo() {
                send();
            }
        }
    }

    static class WithoutFake {
        @Test
        void isNoneOfOurs(TestReporter reporter) {
            reporter.publishEntry("ran", "without fake");
        }
    }

    @Test
    void everyTestAgainstAFakeIsSweptAfterItsOrdinaryRun() throws IOException {
        Run run = sweep(Suite.class, WithoutFake.class);

        assertThat(run.failed()).containsExactly("failsByItself()");
        assertThat(run.failedTests()).isOne();
        assertThat(run.reported("ran")).containsExactlyInAnyOrder("throwsIt", "without fake");
        String suite = Suite.class.getName();
        assertThat(report())
                .startsWith("Sweep of 5 tests, each of which ran many times, ")
                .contains("not swept: " + suite + ".failsByItself: fails by itself")
                .contains("not swept: " + suite + ".touchesOthers: @NotSwept: it writes to a database")
                .contains("ALARM swallowed at FaultSweepTest$Sweeping.sendOrIgnore(FaultSweepTest.java:")
                .contains("Sweep of " + suite + ".throwsIt: the test ran 6 times with a failure, at 1 calls; no alarms")
                .contains("Sweep of " + suite + ".lists, [2] ")
                .contains("Sweep of " + suite + "$Within.sendsToo: the test ran 6 times")
                .doesNotContain("isNoneOfOurs");
    }

    static class WithFaultSweep extends Sweeping {
        WithFaultSweep(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @FaultSweep
        void sweeps(Sweep sweep) throws Exception {
            sweep.run(this::send);
        }

        @Test
        void sends() {
            send();
        }
    }

    @Test
    void theRunsOfASweepAreOneTestThatIsNotSwept() throws IOException {
        sweep(WithFaultSweep.class);

        assertThat(report())
                .startsWith("Sweep of 1 test,")
                .containsOnlyOnce("not swept: " + WithFaultSweep.class.getName() + ".sweeps: has @FaultSweep");
    }

    private Map<String, String> parameters(String mode) {
        return Map.of("chime.fake.sweep", mode, "chime.fake.sweep.project", project.toString());
    }

    private static Launcher launcher(TestEngine... engines) {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .addTestEngines(engines)
                .build());
    }

    static class Swallowing extends Sweeping {
        Swallowing(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @Test
        void swallows() {
            assertThat(sendOrIgnore()).isTrue();
        }
    }

    private static void assertThatAnOwnTestFails(Run run) {
        assertThat(run.failed()).containsExactly("sweep");
        assertThat(run.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("alarms", "swallowed at FaultSweepTest$Sweeping.send", "suite.txt");
        assertThat(run.succeededTests()).isEqualTo(2);
    }

    @Test
    void strictFailsATestOfItsOwnAfterAllOthers() {
        Run run = Run.withAllEngines(
                launcher(new JupiterTestEngine(), new StrictEngine()),
                parameters("strict"),
                Swallowing.class,
                WithoutFake.class);

        assertThatAnOwnTestFails(run);
        assertThat(run.ended()).last().isEqualTo("[engine:chime-fake-sweep]");
    }

    @Test
    void strictWaitsForEnginesThatRunAfterItsOwn() {
        Run run = Run.withAllEngines(
                launcher(new StrictEngine(), new JupiterTestEngine()),
                parameters("strict"),
                Swallowing.class,
                WithoutFake.class);

        assertThatAnOwnTestFails(run);
    }

    @Test
    void strictPassesWithoutAlarmsAndIsNotThereWithoutFakes() {
        Run.withAllEngines(LauncherFactory.create(), parameters("STRICT"), Correct.class)
                .succeeded(2);
        Run.withAllEngines(LauncherFactory.create(), parameters("strict"), WithoutFake.class)
                .succeeded(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "", "report"})
    void otherModesAddNoTest(String mode) {
        Run run = Run.withAllEngines(LauncherFactory.create(), parameters(mode), WithoutFake.class);

        run.succeeded(1);
        assertThat(run.ended()).noneMatch(id -> id.contains("chime-fake-sweep]/"));
        assertThat(run.standardError()).isEmpty();
    }

    @Test
    void reportFailsNothingThoughThereAreAlarms() {
        Run run = Run.withAllEngines(LauncherFactory.create(), parameters("report"), Swallowing.class);

        run.succeeded(1);
    }

    @Test
    void strictFailsIfNoTestHasTheRunThatIsToBeRepeated() {
        Map<String, String> unknown = new HashMap<>(parameters("strict"));
        unknown.put("chime.fake.sweep.run", "SendChannelMessage by nobody: role");

        assertThat(Run.withAllEngines(LauncherFactory.create(), unknown, Correct.class)
                        .failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageStartingWith("No swept test has the run \"SendChannelMessage by nobody: role\""));
    }

    @Test
    void strictFailsTestsWhereItsEngineIsLeftOut() {
        assertThat(Run.with(parameters("strict"), Correct.class).failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("needs the test engine \"chime-fake-sweep\"");
    }

    @ParameterizedTest
    @CsvSource({
        "chime.fake.sweep, reprot, 'off, report or strict'",
        "chime.fake.sweep, true, 'off, report or strict'",
        "chime.fake.sweep.limit, 0, a whole number of at least 1",
        "chime.fake.sweep.minutes, ten, a whole number of at least 1",
        "chime.fake.sweep.bestEffort, SEND, 'SEND\" is not one'",
        "chime.fake.sweep.withoutOracles, SWALOWED, 'SWALOWED\" is not one'"
    })
    void wrongParametersFailEverything(String parameter, String value, String valid) {
        Run withFake = Run.with(Map.of(parameter, value), Correct.class);
        Run without = Run.withAllEngines(LauncherFactory.create(), Map.of(parameter, value), WithoutFake.class);

        assertThat(withFake.failures())
                .extracting(Throwable::getMessage)
                .anySatisfy(message -> assertThat(message).contains(parameter, value, valid));
        assertThat(without.failed()).containsExactly("sweep");
        assertThat(without.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains(parameter, value, valid);
    }

    static class Correct extends Sweeping {
        Correct(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @Test
        void sends() {
            send();
        }
    }

    @BestEffort(SEND_CHANNEL_MESSAGE)
    static class Declared extends Sweeping {
        Declared(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @Test
        void swallows() {
            assertThat(sendOrIgnore()).isTrue();
        }
    }

    @Test
    void aBestEffortIsNoAlarmInASuite() throws IOException {
        sweep(Declared.class);
        assertThat(report()).startsWith("Sweep of 1 test,").doesNotContain("ALARM swallowed");

        Map<String, String> withParameter = new HashMap<>(parameters("report"));
        withParameter.put("chime.fake.sweep.bestEffort", "UPDATE_CHANNEL_READ_MARKER, SendChannelMessage");
        Run.with(withParameter, Swallowing.class);
        assertThat(report()).contains("Swallowing.swallows").doesNotContain("ALARM swallowed");
    }

    @Test
    void oraclesAreSwitchedOffForASuite() throws IOException {
        Map<String, String> without = new HashMap<>(parameters("report"));
        without.put("chime.fake.sweep.withoutOracles", "swallowed, MASKED");

        Run.with(without, Swallowing.class);

        assertThat(report()).contains("Swallowing.swallows: the test ran 6 times", "no alarms");
    }

    @Test
    void aRunOfASuiteIsNamedAndRepeatedByItsName() throws IOException {
        String name = "SendChannelMessage by alice in general: role";
        Map<String, String> once = new HashMap<>(parameters("report"));
        once.put("chime.fake.sweep.run", name);

        Run.with(once, Swallowing.class);

        assertThat(report())
                .contains("the test ran 1 times with a failure")
                .contains("  - " + name + ", of " + Swallowing.class.getName() + ".swallows");
    }

    @Test
    void aLimitIsCounted() throws IOException {
        Map<String, String> limited = new HashMap<>(parameters("report"));
        limited.put("chime.fake.sweep.limit", "2");

        Run.with(limited, Correct.class);

        assertThat(report()).contains("ran 2 times with a failure", "left out: 4 runs by the limit");
    }

    @ChimeMessagingFake(reset = FakeReset.EACH_CLASS)
    static class Continuing {
        @Test
        void sends(ChimeMessagingServer chime) {
            chime.client().listChannels(channels(chime.user("alice")));
        }
    }

    @ChimeMessagingFake
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstance {
        @Test
        void sends(ChimeMessagingServer chime) {
            chime.client().listChannels(channels(chime.user("alice")));
        }
    }

    @ChimeMessagingFake
    static class Dynamic {
        @TestFactory
        Stream<DynamicTest> sends(ChimeMessagingServer chime) {
            return Stream.of(
                    dynamicTest("dynamic one", () -> chime.client().listChannels(channels(chime.user("alice")))));
        }
    }

    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class StartedForAll {
        private static ChimeMessagingServer chime;

        @Test
        void first() {
            lists();
        }

        @BeforeAll
        static void starts() {
            chime = ChimeMessagingServer.start();
        }

        @Test
        void lists() {
            chime.client().listChannels(channels(chime.user("alice")));
        }

        @AfterAll
        static void stops() {
            chime.close();
        }
    }

    @ChimeMessagingFake
    static class Computing {
        @Test
        @DisplayName("one\nand two")
        void computes(ChimeMessagingServer chime) {
            assertThat(chime.state().channels()).isEmpty();
        }
    }

    static class StartingTwo {
        private final ChimeMessagingServer one = ChimeMessagingServer.start();
        private final ChimeMessagingServer two = ChimeMessagingServer.start();

        @Test
        void lists() {
            one.client().listChannels(channels(one.user("alice")));
            two.client().listChannels(channels(two.user("alice")));
        }

        @AfterEach
        void stops() {
            one.close();
            two.close();
        }
    }

    static class StartedInMethod {
        @Test
        void lists() {
            try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
                chime.client().listChannels(channels(chime.user("alice")));
            }
        }
    }

    static class StartedForEach {
        private final ChimeMessagingServer chime = ChimeMessagingServer.start();

        @RepeatedTest(2)
        @Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
        void lists() {
            chime.client().listChannels(channels(chime.user("alice")));
        }

        @Test
        @NotSwept("it writes to a database")
        void touchesOthers(TestReporter reporter) {
            reporter.publishEntry("ran", "touchesOthers");
            chime.client().listChannels(channels(chime.user("alice")));
        }

        @AfterEach
        void stops() {
            chime.close();
        }
    }

    static class ResetForEach {
        private static ChimeMessagingServer own;

        @BeforeAll
        static void startsOwn() {
            own = ChimeMessagingServer.start();
        }

        @BeforeEach
        void resets() {
            own.reset();
        }

        @Test
        void lists() {
            own.client().listChannels(channels(own.user("alice")));
        }

        @AfterAll
        static void stopsOwn() {
            own.close();
        }
    }

    @Test
    void testsThatCannotBeSweptAreListedWithTheReason() throws IOException {
        Run run = sweep(
                Continuing.class,
                OneInstance.class,
                Dynamic.class,
                StartedForAll.class,
                StartedInMethod.class,
                StartingTwo.class,
                Computing.class);

        assertThat(run.failures()).isEmpty();
        assertThat(report())
                .startsWith("Sweep of 0 tests")
                // Jupiter 6 writes a line break as <LF>.
                .containsPattern("SuiteSweepTest\\$Computing\\.computes, one(<LF>| )and two: it makes no call")
                .contains("not swept: " + StartingTwo.class.getName() + ".lists: it starts or resets 2 fakes")
                .contains("not swept: " + StartedForAll.class.getName() + ".first: its fake is neither started")
                .contains("not swept: " + Continuing.class.getName() + ".sends: its fake has reset = EACH_CLASS")
                .contains("not swept: " + OneInstance.class.getName() + ".sends: its class has one instance")
                .contains("not swept: " + Dynamic.class.getName() + ".sends, dynamic one: it is a dynamic test")
                .contains(
                        "not swept: " + StartedForAll.class.getName() + ".lists: its fake is neither started nor reset")
                .contains("not swept: " + StartedInMethod.class.getName() + ".lists: its fake is neither");
    }

    @Test
    void fakesThatTestsStartForEachMethodAreSwept() throws IOException {
        Run run = sweep(StartedForEach.class, ResetForEach.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.reported("ran")).hasSize(1);
        assertThat(report())
                .contains("Sweep of " + StartedForEach.class.getName()
                        + ".lists, repetition 1 of 2: the test ran 6 times")
                .contains("Sweep of " + ResetForEach.class.getName() + ".lists: the test ran 6 times")
                .contains("not swept: " + StartedForEach.class.getName() + ".touchesOthers: @NotSwept: it writes");
    }

    @ChimeMessagingFake(name = "eu")
    @ChimeMessagingFake(name = "us")
    @ChimeMessagingFake(name = "zz")
    static class OfTwoRegions {
        @Test
        void lists(@FakeName("eu") ChimeMessagingServer eu, @FakeName("us") ChimeMessagingServer us) {
            eu.client().listChannels(channels(eu.user("alice")));
            us.client().listChannels(channels(us.user("bob")));
        }

        @Test
        void listsOne(@FakeName("us") ChimeMessagingServer us) {
            us.client().listChannels(channels(us.user("bob")));
        }
    }

    @Test
    void eachFakeThatATestCallsIsSweptInTurn() throws IOException {
        sweep(OfTwoRegions.class).succeeded(2);

        String name = "Sweep of " + OfTwoRegions.class.getName();
        assertThat(report())
                .startsWith("Sweep of 3 tests")
                .contains(name + ".lists, fake \"eu\": the test ran 6 times with a failure, at 1 calls")
                .contains(name + ".lists, fake \"us\": the test ran 6 times with a failure, at 1 calls")
                .contains(name + ".listsOne: the test ran 6 times with a failure, at 1 calls")
                .doesNotContain("zz", "not swept: " + OfTwoRegions.class.getName());
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
                fail("before, once");
            }
        }

        @Test
        void sends() {
            sent = send();
        }

        @AfterEach
        void needsWhatWasSent() {
            assertThat(sent).isNotNull();
        }
    }

    @Test
    void lifecycleMethodsThatFailAfterAFailureEndNoSweep() throws IOException {
        Leaving.STARTED.set(0);

        sweep(Leaving.class).succeeded(1);

        assertThat(report())
                .contains("the test ran 5 times with a failure, at 1 calls; no alarms")
                .contains("left out: 1 run: the test did not come to its method");
    }

    /** Returns the file of this process. */
    private Path ownJson() throws IOException {
        String end = "-" + ProcessHandle.current().pid() + ".json";
        try (Stream<Path> files = Files.list(project.resolve("target/chime-sweep"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(end))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void theReportsOfAllProcessesOfTheBuildAreMerged() throws IOException {
        sweep(Correct.class);
        Path directory = project.resolve("target/chime-sweep");
        Path own = ownJson();
        Path other = directory.resolve(own.getFileName().toString().replaceFirst("\\d+\\.json", "1.json"));
        Files.move(own, other);
        Files.writeString(directory.resolve("suite-999999999-1.json"), "of another build");

        sweep(Swallowing.class, Continuing.class);

        assertThat(report())
                .startsWith("Sweep of 2 tests, ")
                .contains("Correct.sends", "Swallowing.swallows", "not swept: " + Continuing.class.getName());
        assertThat(directory.resolve("suite.html")).content().contains("Correct.sends");
        assertThat(directory.resolve("suite.json")).content().contains("Correct.sends", "Swallowing.swallows");
        Files.setLastModifiedTime(other, FileTime.from(Instant.EPOCH));
        sweep(Swallowing.class);
        assertThat(report()).startsWith("Sweep of 1 test, ").doesNotContain("Correct.sends");
    }

    @Test
    void aLauncherThatRunsSeveralTimesSweepsEachTestOnce() throws IOException {
        Launcher launcher = LauncherFactory.create();
        Run.with(launcher, parameters("report"), Correct.class);
        Files.delete(ownJson());

        Run.with(launcher, parameters("report"), Swallowing.class);

        assertThat(report()).startsWith("Sweep of 1 test, ").doesNotContain("Correct.sends");
    }

    @Test
    void nothingIsSweptWithoutTheParameter() {
        Run.with(Map.of("chime.fake.sweep.project", project.toString()), WithoutFake.class)
                .succeeded(1);

        assertThat(project).isEmptyDirectory();
    }
}
