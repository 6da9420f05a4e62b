package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Chat.channels;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.ChimeMessagingServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The fakes of a static field: their settings, their number, their ports, and what is printed and written about them. */
class StaticFieldFakesTest {
    @Test
    void haveTheSettingsOfTheField() {
        Run.of(SettingsCase.class, WithoutAppInstanceCase.class).succeeded(3);
    }

    @Test
    void areOneForEachOfTheTestsThatRunInParallel() {
        Run run = Run.inParallel(ParallelCase.class).succeeded(2);

        assertThat(run.reported("endpoint")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void haveThePortOneAtATime() {
        Run run = Run.inParallel(ParallelPortCase.class).succeeded(2);

        assertThat(run.reported("port")).hasSize(2).doesNotHaveDuplicates().contains("" + ParallelPortCase.PORT);
    }

    @Test
    void haveThePortInTurn() {
        Run run = Run.of(PortCase.class).succeeded(2);

        assertThat(run.reported("port")).hasSize(2).containsOnly("" + PortCase.PORT);
    }

    @Test
    void areOthersThanThoseThatANestedClassOrAMethodDeclares() {
        Run run = Run.of(OuterCase.class, AnnotatedOuterCase.class).succeeded(6);

        assertThat(run.reported("region"))
                .containsExactlyInAnyOrder(
                        "outer eu-central-1",
                        "shared eu-central-1",
                        "nested annotation us-east-1",
                        "nested field us-west-2",
                        "method us-east-1",
                        "field in annotated us-west-2");
        assertThat(Set.copyOf(run.reported("fake"))).hasSize(5);
    }

    @Test
    void arePrintedOnceForEachFailure() {
        Run run = Run.of(FailingCase.class);

        assertThat(run.failedTests()).isEqualTo(4);
        assertThat(run.standardError().split("FAILED: ", -1)).hasSize(5);
        assertThat(run.standardError())
                .contains("FailingCase > fails(", "FailingCase > factory(ChimeMessagingServer) > dynamic")
                .contains("Inner > fails(", "WithFailingConstructor > neverRuns()");
        assertThat(run.standardError().split("ListChannels by alice", -1)).hasSize(5);
    }

    @Test
    void haveAFileForThePolicyThatTheirTestsNeeded() throws IOException {
        Files.deleteIfExists(PolicyCase.FILE);

        Run.of(PolicyCase.class).succeeded(1);

        assertThat(PolicyCase.FILE).content().contains("chime:ListChannels");
    }

    private static void report(String name, ChimeMessagingServer chime, TestReporter reporter) {
        reporter.publishEntry("region", name + " " + chime.region());
        reporter.publishEntry("fake", Integer.toString(System.identityHashCode(chime)));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static class SettingsCase {
        private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME = ChimeMessagingFakeExtension.builder()
                .region("eu-central-1")
                .account("444455556666")
                .users("alice")
                .users("bob")
                .clock(Clock.fixed(NEW_YEAR, ZoneOffset.UTC))
                .seed(7)
                .journalCapacity(1)
                .build();

        @Test
        void hasThem(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThat(chime.region()).isEqualTo("eu-central-1");
            assertThat(chime.appInstance().arn()).startsWith("arn:aws:chime:eu-central-1:444455556666:app-instance/");
            assertThat(chime.clock().instant()).isEqualTo(NEW_YEAR);
            Stream.of("alice", "bob")
                    .forEach(user -> assertThatIllegalArgumentException()
                            .isThrownBy(() -> chime.appInstance().unregistered(user)));
            client.listChannels(channels(chime.user("alice")));
            client.listChannels(channels(chime.user("alice")));
            assertThat(chime.journal().calls()).hasSize(1);
            assertThat(chime.journal().evictedCalls()).isOne();
        }

        @Test
        void hasTheIdsOfTheSeed(ChimeMessagingServer chime) {
            try (ChimeMessagingServer other = ChimeMessagingServer.builder()
                    .region("eu-central-1")
                    .account("444455556666")
                    .seed(7)
                    .start()) {
                assertThat(chime.channel("general").create().arn())
                        .isEqualTo(other.channel("general").create().arn());
            }
        }
    }

    static class WithoutAppInstanceCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().withoutAppInstance().build();

        @Test
        void hasNone(ChimeMessagingServer chime) {
            assertThatIllegalStateException().isThrownBy(chime::appInstance);
        }
    }

    static class ParallelCase {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().users("alice").build();

        @BeforeAll
        static void fill(ChimeMessagingServer chime) {
            chime.channel("general").members(chime.user("alice")).create();
        }

        @RepeatedTest(2)
        void seesTheBaselineAndItsOwnChannel(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
            BOTH.await(1, MINUTES);
            chime.channel("own").members(chime.user("alice")).create();
            BOTH.await(1, MINUTES);
            assertThat(chime.client()
                            .listChannels(channels(chime.user("alice")))
                            .channels())
                    .hasSize(2);
            reporter.publishEntry("endpoint", chime.endpoint().toString());
            BOTH.await(1, MINUTES);
        }
    }

    static class ParallelPortCase {
        static final int PORT = freePort();
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().port(PORT).build();

        @RepeatedTest(2)
        void reports(ChimeMessagingServer chime, TestReporter reporter) throws Exception {
            BOTH.await(1, MINUTES);
            reporter.publishEntry("port", "" + chime.endpoint().getPort());
        }
    }

    static class PortCase {
        static final int PORT = freePort();

        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().port(PORT).build();

        @RepeatedTest(2)
        void reportsAndStops(ChimeMessagingServer chime, TestReporter reporter) {
            reporter.publishEntry("port", "" + chime.endpoint().getPort());
            chime.stop(); // The next test gets another fake, at the same port.
        }
    }

    static class OuterCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().region("eu-central-1").build();

        @Test
        void outer(ChimeMessagingServer chime, TestReporter reporter) {
            report("outer", chime, reporter);
        }

        @Test
        @ChimeMessagingFake
        void ofTheMethod(ChimeMessagingServer chime, TestReporter reporter) {
            report("method", chime, reporter);
        }

        @Nested
        class Sharing {
            @Test
            void shares(ChimeMessagingServer chime, TestReporter reporter) {
                report("shared", chime, reporter);
            }
        }

        @Nested
        @ChimeMessagingFake
        class Annotated {
            private final ChimeMessagingServer ofConstructor;

            Annotated(ChimeMessagingServer chime) {
                ofConstructor = chime;
            }

            @Test
            void ofTheAnnotation(ChimeMessagingServer chime, TestReporter reporter) {
                assertThat(chime).isSameAs(ofConstructor);
                report("nested annotation", chime, reporter);
            }
        }

        @Nested
        class WithField {
            @RegisterExtension
            static final ChimeMessagingFakeExtension NESTED =
                    ChimeMessagingFakeExtension.builder().region("us-west-2").build();

            private final ChimeMessagingServer ofConstructor;

            WithField(ChimeMessagingServer chime) {
                ofConstructor = chime;
            }

            @Test
            void ofTheField(ChimeMessagingServer chime, TestReporter reporter) {
                assertThat(chime).isSameAs(ofConstructor);
                report("nested field", chime, reporter);
            }
        }
    }

    @ChimeMessagingFake(region = "eu-central-1")
    static class AnnotatedOuterCase {
        @Nested
        class Inner {
            @RegisterExtension
            static final ChimeMessagingFakeExtension CHIME =
                    ChimeMessagingFakeExtension.builder().region("us-west-2").build();

            @Test
            void ofTheField(ChimeMessagingServer chime, TestReporter reporter) {
                report("field in annotated", chime, reporter);
            }
        }
    }

    static class FailingCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().users("alice").build();

        private static void callAndFail(ChimeMessagingServer chime) {
            chime.client().listChannels(channels(chime.user("alice")));
            throw new IllegalStateException("on purpose");
        }

        @Test
        void fails(ChimeMessagingServer chime) {
            callAndFail(chime);
        }

        @Test
        void passes(ChimeMessagingServer chime) {
            chime.client().listChannels(channels(chime.user("alice")));
        }

        @TestFactory
        Stream<DynamicTest> factory(ChimeMessagingServer chime) {
            return Stream.of(
                    DynamicTest.dynamicTest("dynamic", () -> callAndFail(chime)),
                    DynamicTest.dynamicTest("passing", () -> {}));
        }

        @Nested
        class Inner {
            @Test
            void fails(ChimeMessagingServer chime) {
                callAndFail(chime);
            }
        }

        @Nested
        class WithFailingConstructor {
            WithFailingConstructor(ChimeMessagingServer chime) {
                callAndFail(chime);
            }

            @Test
            void neverRuns() {}
        }
    }

    static class PolicyCase {
        static final Path FILE = Path.of("target/static-field-policy.json");

        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME = ChimeMessagingFakeExtension.builder()
                .users("alice")
                .leastPrivilege(FILE)
                .build();

        @Test
        void listsChannels(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThat(client.listChannels(channels(chime.user("alice"))).channels())
                    .isEmpty();
        }
    }
}
