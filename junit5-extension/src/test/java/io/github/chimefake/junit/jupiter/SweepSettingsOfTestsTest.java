package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.junit.jupiter.FaultSweepTest.Sweeping;
import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The settings that a test or its team gives its sweep, and the thread that the code runs on. */
class SweepSettingsOfTestsTest {
    @TempDir
    private Path project;

    private Map<String, String> parameters(String... more) {
        Map<String, String> parameters = new HashMap<>(
                Map.of("chime.fake.sweep.project", project.toString(), "chime.fake.sweep.approve", "true"));
        for (int index = 0; index < more.length; index += 2) {
            parameters.put(more[index], more[index + 1]);
        }
        return parameters;
    }

    private String report(String name) throws IOException {
        return Files.readString(project.resolve("target/chime-sweep/" + name + ".txt"));
    }

    private String report(Class<?> testClass) throws IOException {
        return report(testClass.getName().replace('$', '.') + ".sends");
    }

    static final class OnlyOwnFailure implements UnaryOperator<SweepSettings> {
        @Override
        public SweepSettings apply(SweepSettings settings) {
            return settings.failures(failure -> false)
                    .ownFailure("out of order", call -> FaultResponse.error(ChimeError.CONFLICT), SEND_CHANNEL_MESSAGE);
        }
    }

    static final class OfTeam implements UnaryOperator<SweepSettings> {
        @Override
        public SweepSettings apply(SweepSettings settings) {
            return settings.limit(3).depth(1);
        }
    }

    static class Own extends Sweeping {
        Own(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @FaultSweep(settings = OnlyOwnFailure.class)
        void sends(Sweep sweep) {
            sweep.run(this::send).value();
        }
    }

    @Test
    void aClassOfTheTeamMakesSettings() throws IOException {
        Run run = Run.with(parameters(), Own.class).succeeded(4);

        assertThat(run.sources("SendChannelMessage by alice in general: out of order"))
                .hasSize(1);
        assertThat(report(Own.class)).contains("ran 1 times with a failure");
    }

    static class Limited extends Sweeping {
        Limited(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @FaultSweep(settings = OfTeam.class, limit = 1)
        void sends(Sweep sweep) {
            sweep.run(this::send).value();
        }
    }

    static class Unlimited extends Sweeping {
        Unlimited(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @FaultSweep
        void sends(Sweep sweep) {
            sweep.run(this::send).value();
        }
    }

    @Test
    void attributesAreAppliedAfterTheClassesIfTheyAreGiven() {
        Run.with(parameters(), Limited.class).succeeded(2 + 1 + 1);
        Run.with(parameters("chime.fake.sweep.settings", OfTeam.class.getName()), Unlimited.class)
                .succeeded(2 + 3 + 1);
    }

    static class Plain extends Sweeping {
        Plain(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @Test
        void sends() {
            send();
        }
    }

    @Test
    void aClassOfTheTeamMakesTheSettingsOfASuite() throws IOException {
        Run.with(
                        parameters(
                                "chime.fake.sweep",
                                "report",
                                "chime.fake.sweep.settings",
                                OnlyOwnFailure.class.getName()),
                        Plain.class)
                .succeeded(1);

        assertThat(report("suite")).contains("ran 1 times with a failure");
    }

    static final class WithParameter implements UnaryOperator<SweepSettings> {
        WithParameter(String name) {}

        @Override
        public SweepSettings apply(SweepSettings settings) {
            return settings;
        }
    }

    static final class OfTexts implements UnaryOperator<String> {
        @Override
        public String apply(String text) {
            return text;
        }
    }

    static final class Throwing implements UnaryOperator<SweepSettings> {
        @Override
        public SweepSettings apply(SweepSettings settings) {
            return settings.limit(0);
        }
    }

    static class Wrong extends Sweeping {
        Wrong(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @FaultSweep(settings = {OfTeam.class, Throwing.class})
        void sends(Sweep sweep) {
            sweep.run(this::send).value();
        }
    }

    private static void assertRejected(Run run, String... texts) {
        assertThat(run.failures())
                .extracting(Throwable::getMessage)
                .anySatisfy(message -> assertThat(message).contains(texts));
    }

    @Test
    void classesThatCannotBeUsedAreRejected() {
        assertRejected(Run.with(parameters(), Wrong.class), "@FaultSweep on", "Throwing. It failed", "limit(0)");
        Map.of(
                        "com.example.Missing",
                        "but it was not found",
                        "java.lang.String",
                        "names java.lang.String. Expected a class that implements",
                        WithParameter.class.getName(),
                        "constructor without parameters",
                        OfTexts.class.getName(),
                        "OfTexts. It failed: java.lang.ClassCastException")
                .forEach((name, reason) -> assertRejected(
                        Run.with(parameters("chime.fake.sweep.settings", name), Plain.class),
                        "chime.fake.sweep.settings",
                        name,
                        reason));
    }

    static class Pairs extends Sweeping {
        Pairs(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @FaultSweep(pairs = true)
        void sends(Sweep sweep) {
            sweep.run(() -> {
                sendOrIgnore();
                return sendOrIgnore();
            });
        }
    }

    @Test
    void pairsOfFailuresAreInjected() {
        Run run = Run.with(parameters(), Pairs.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.sources("SendChannelMessage by alice in general: role, then SendChannelMessage #2 by alice in"
                        + " general: throttled"))
                .hasSize(1);
    }

    static class Threads extends Sweeping {
        Threads(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @FaultSweep(onTestThread = true)
        void sends(Sweep sweep, TestReporter reporter) {
            Thread ofTest = Thread.currentThread();
            sweep.run(() -> {
                reporter.publishEntry("same", "" + (Thread.currentThread() == ofTest));
                return send();
            });
        }
    }

    @Test
    void theCodeRunsOnTheThreadOfTheTestIfThatIsAsked() {
        assertThat(Run.with(parameters(), Threads.class).reported("same"))
                .hasSizeGreaterThan(2)
                .containsOnly("true");
    }

    static class Limit extends Sweeping {
        Limit(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @FaultSweep
        @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
        void sends(Sweep sweep) {
            sweep.run(this::send).value();
        }
    }

    @Test
    void aTimeoutMayRunTheTestOnAnotherThread() throws IOException {
        Run.with(parameters(), Limit.class).succeeded(9);

        assertThat(report(Limit.class)).contains("ran 6 times with a failure, at 1 calls; no alarms");
    }

    /** As the context of a request, which is set up before a test and read by the code. */
    static class WithContext extends Sweeping {
        private static final ThreadLocal<String> USER = new ThreadLocal<>();

        WithContext(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            super(chime, client);
        }

        @BeforeEach
        void signsIn() {
            USER.set(alice.arn());
        }

        String sendAsUser() {
            if (USER.get() == null) {
                throw new IllegalStateException("nobody is signed in");
            }
            return send();
        }

        @Test
        void plain() {
            sendAsUser();
        }

        @FaultSweep
        void sends(Sweep sweep) {
            sweep.run(this::sendAsUser).value();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "report"})
    void aThreadLocalOfTheTestChangesNoVerdict(String mode) throws IOException {
        Run run = Run.with(parameters("chime.fake.sweep", mode), WithContext.class);

        assertThat(run.failures()).isEmpty();
        for (String report : mode.equals("off")
                ? List.of(report(WithContext.class))
                : List.of(report(WithContext.class), report("suite"))) {
            assertThat(report)
                    .contains("ran 6 times with a failure, at 1 calls; no alarms", "runs on the thread of the test");
        }
    }
}
