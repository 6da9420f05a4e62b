package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Chat.channels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.FaultSweepTest.Sweeping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** A suite without any annotation of a sweep, swept by a configuration parameter. */
@Tag("slow")
class SuiteSweepTest {
    @TempDir
    private Path project;

    private Run sweep(Class<?>... testClasses) {
        return Run.with(
                Map.of("chime.fake.sweep", "report", "chime.fake.sweep.project", project.toString()), testClasses);
    }

    private String report() throws IOException {
        try (Stream<Path> files = Files.list(project.resolve("target/chime-sweep"))) {
            return Files.readString(files.filter(file -> file.toString().endsWith(".txt"))
                    .findFirst()
                    .orElseThrow());
        }
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
                .contains("ALARM swallowed at FaultSweepTest$Sweeping.send(FaultSweepTest.java:")
                .contains("Sweep of " + suite + ".throwsIt: the test ran 6 times with a failure, at 1 calls; no alarms")
                .contains("Sweep of " + suite + ".lists, [2] ")
                .contains("Sweep of " + suite + "$Within.sendsToo: the test ran 6 times")
                .doesNotContain("isNoneOfOurs");
    }

    @Test
    void nothingIsSweptWithoutTheParameter() {
        Run.with(Map.of("chime.fake.sweep.project", project.toString()), WithoutFake.class)
                .succeeded(1);

        assertThat(project).isEmptyDirectory();
    }
}
