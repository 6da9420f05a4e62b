package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.events.MessagingEventType.CREATE_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.session.SessionClosedException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Messaging sessions in tests: they end with their test, a failed test tells of them, and faults on them that apply to nothing are reported. */
class SessionsOfTestsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void aSessionOfAnEarlierTestGetsNoEventOfTheNextAndCannotReturn() {
        Run.of(NextTestCase.class).succeeded(2);
    }

    @ChimeMessagingFake(users = "alice")
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class NextTestCase {
        private static ChimeChannel general;
        private static ChimeSdkMessagingClient clientOfA;
        private static MessagingSession ofTheTest;
        private static MessagingSession ofTheCode;

        @BeforeAll
        static void openChannel(ChimeMessagingServer chime) {
            general = chime.channel("general").members(chime.user("alice")).create();
        }

        private static MessagingSession session(ChimeSdkMessagingClient client, ChimeUser user) {
            return MessagingSession.builder()
                    .client(client)
                    .userArn(user.arn())
                    .plain()
                    .build();
        }

        @Test
        void a(ChimeMessagingServer chime) {
            ChimeUser alice = chime.user("alice");
            clientOfA = chime.clients().withoutRetries().client();
            ofTheTest = chime.sessions().connect(alice);
            ofTheCode = session(clientOfA, alice).start();
            assertThat(chime.sessions().open(alice)).hasSize(2);
        }

        @Test
        void b(ChimeMessagingServer chime) {
            ChimeUser alice = chime.user("alice");
            assertThat(chime.sessions().open()).isEmpty();
            assertThat(chime.sessions().history()).isEmpty();
            MessagingSession current = chime.sessions().connect(alice);

            chime.actor(alice).send(general, "for this test only");
            current.awaitEvent("CREATE_CHANNEL_MESSAGE", LONG);

            assertThat(ofTheTest.awaitClose(LONG).isReconnecting()).isFalse();
            assertThat(ofTheCode.awaitClose(LONG)).satisfies(close -> {
                assertThat(close.code()).isEqualTo(4002);
                assertThat(close.isReconnecting()).isFalse();
            });
            assertThat(ofTheTest.events()).hasSize(1);
            assertThat(ofTheCode.events()).hasSize(1);
            assertThatExceptionOfType(SessionClosedException.class)
                    .isThrownBy(() -> MessagingSession.builder()
                            .client(clientOfA)
                            .userArn(alice.arn())
                            .plain()
                            .noReconnection()
                            .build()
                            .start())
                    .satisfies(closed -> assertThat(closed.code()).isEqualTo(4999));
        }

        @AfterAll
        static void close() {
            ofTheCode.close();
        }
    }

    @Test
    void aFailedTestTellsOfSocketsAndEventsBesideTheCalls() {
        Run run = Run.of(FailedCase.class);
        assertThat(run.failedTests()).isOne();

        assertThat(run.standardError().lines().map(String::strip).filter(line -> line.matches("\\d+\\. .*|socket: .*")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("1. GetMessagingSessionEndpoint"),
                        line -> assertThat(line)
                                .startsWith("socket: connect as user/alice")
                                .endsWith("SESSION_ESTABLISHED"),
                        line -> assertThat(line).startsWith("2. SendChannelMessage \"hello\" by bob in general"),
                        line -> assertThat(line)
                                .isEqualTo("socket: CREATE_CHANNEL_MESSAGE in channel/general sent to user/alice"),
                        line -> assertThat(line).startsWith("3. SendChannelMessage \"to bob\" by bob in private"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "socket: CREATE_CHANNEL_MESSAGE in channel/private sent to no session: no receiver"
                                                + " is connected"),
                        line -> assertThat(line)
                                .isEqualTo("socket: session of user/alice closed with 4003 Forbidden: by the test"),
                        line -> assertThat(line).startsWith("4. GetMessagingSessionEndpoint"),
                        line -> assertThat(line)
                                .startsWith("socket: connect as user/bob")
                                .contains("closed with 4401 Unauthorized"));
        assertThat(run.standardError()).contains("because:");
    }

    @ChimeMessagingFake
    static class FailedCase {
        @Test
        void test(ChimeMessagingServer chime) {
            ChimeUser alice = chime.user("alice");
            ChimeUser bob = chime.user("bob");
            ChimeChannel general = chime.channel("general").members(alice, bob).create();
            ChimeChannel direct = chime.channel("private").members(bob).create();
            MessagingSession session = chime.sessions().connect(alice);
            chime.actor(bob).send(general, "hello");
            session.awaitEvent("CREATE_CHANNEL_MESSAGE", LONG);
            chime.actor(bob).send(direct, "to bob");
            chime.awaitBackgroundWork();
            chime.sessions().kick(alice);
            chime.permissions().onConnect().by(bob).deny();
            assertThatExceptionOfType(SessionClosedException.class)
                    .isThrownBy(() -> chime.sessions().connect(bob));
            fail("to see the printout");
        }
    }

    @Test
    void faultsOnSessionsThatApplyToNothingAreReportedWithTheirLines() {
        Run run = Run.of(UnusedCase.class).succeeded(1);

        assertThat(UnusedSetupOfTestsTest.reports(run))
                .containsExactly(
                        "Not used by SessionsOfTestsTest$UnusedCase > test(ChimeMessagingServer): 3 parts of its set-up",
                        "SessionsOfTestsTest.java:N  fault \"onConnect().by(alice).connects(2): close with 4005 before"
                                + " SESSION_ESTABLISHED\" never applied: there was no connect that it selects",
                        "SessionsOfTestsTest.java:N  fault \"onEvents(CREATE_CHANNEL_MESSAGE).once(): drop\" never applied:"
                                + " there was no event that it selects",
                        "SessionsOfTestsTest.java:N  faults().onEvents(CREATE_CHANNEL_MESSAGE) is unfinished: finish it with"
                                + " drop() or another effect");
    }

    @ChimeMessagingFake(users = "alice")
    static class UnusedCase {
        @Test
        void test(ChimeMessagingServer chime) {
            chime.faults().onConnect().by(chime.user("alice")).connects(2).close(4005);
            chime.faults().onEvents(CREATE_CHANNEL_MESSAGE).once().drop();
            assertThat(chime.faults().onEvents(CREATE_CHANNEL_MESSAGE)).isNotNull();
        }
    }
}
