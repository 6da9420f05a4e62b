package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Chat.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.snapshots.ServerSnapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

class LateCallTest {
    @Test
    void aCallOfAFinishedTestIsRefusedAndNeverServedToTheNext() {
        Run run = Run.of(NextTestCase.class).succeeded(2);

        assertThat(run.standardError())
                .contains("WARNING", "late call", "NextTestCase > a(", "had ended")
                .contains("late: SendChannelMessage \"hello\" by alice in general")
                .doesNotContain("NextTestCase > b(");
    }

    @Test
    void aCallAfterTheLastTestIsRefusedAndReportedWhenTheClassEnds() {
        Run run = Run.of(LastTestCase.class).succeeded(1);

        assertThat(run.standardError()).contains("WARNING", "late call", "LastTestCase > test(", "had ended");
    }

    @Test
    void testsThatLeaveNothingBehindAreNotWarnedOf() {
        Run run = Run.of(TidyCase.class).succeeded(1);

        assertThat(run.standardError()).doesNotContain("WARNING");
    }

    @Test
    void theClientsOfATestSurviveItsOwnResetsAndNobodyIsBlamed() {
        Run run = Run.of(ResettingCase.class).succeeded(3);

        assertThat(run.standardError()).doesNotContain("WARNING");
    }

    @Test
    void aLateCallIsBlamedOnTheTestWhoseClientMadeItAndNotOnTheOneBefore() {
        Run run = Run.of(NotTheNeighborCase.class).succeeded(3);

        assertThat(run.standardError().replaceAll("\\s+", " "))
                .contains("came from a client of the test", "NotTheNeighborCase > a(", "which has ended")
                .doesNotContain("NotTheNeighborCase > b(", "NotTheNeighborCase > c(");
    }

    @Test
    void manyLateCallsAreReportedInFewLines() {
        Run run = Run.of(ManyCase.class).succeeded(2);

        assertThat(run.standardError())
                .contains("late: SendChannelMessage \"49\" by alice", "earlier late calls are not printed");
        assertThat(run.standardError().lines().filter(line -> line.startsWith("late: ")))
                .hasSizeBetween(2, 25);
    }

    @ChimeMessagingFake(users = "alice")
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class ManyCase {
        private static ChimeSdkMessagingClient leftBehind;
        private static ChimeChannel general;

        @BeforeAll
        static void openChannel(ChimeMessagingServer chime) {
            general = chime.channel("general").members(chime.user("alice")).create();
        }

        @Test
        void a(ChimeMessagingServer chime) {
            leftBehind = chime.clients().withoutRetries().client();
        }

        @Test
        void b(ChimeMessagingServer chime) {
            for (int i = 0; i < 50; i++) {
                String content = Integer.toString(i);
                assertThatExceptionOfType(ChimeSdkMessagingException.class)
                        .isThrownBy(() -> leftBehind.sendChannelMessage(request -> request.channelArn(general.arn())
                                .chimeBearer(chime.user("alice").arn())
                                .content(content)
                                .type("STANDARD")
                                .persistence("PERSISTENT")));
            }
        }
    }

    @ChimeMessagingFake(users = "alice")
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class ResettingCase {
        private static ChimeChannel general;

        @BeforeAll
        static void openChannel(ChimeMessagingServer chime) {
            general = chime.channel("general").members(chime.user("alice")).create();
        }

        @Test
        void a(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            ChimeUser bob = chime.user("bob");
            ChimeChannel random = chime.channel("random").members(bob).create();
            ServerSnapshot snapshot = chime.snapshots().take();

            chime.reset();
            assertThat(send(client, chime.user("alice"), general)).isEmpty();
            chime.snapshots().restore(snapshot);
            assertThat(send(client, bob, random)).isEmpty();
            assertThat(send(chime.client(), bob, random)).isEmpty();
            chime.reset();
            assertThat(send(client, bob, random)).contains(401);
        }

        @Test
        void b(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            chime.snapshots().restore(chime.snapshots().take());

            assertThat(send(client, chime.user("alice"), general)).isEmpty();
        }

        @Test
        void c(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThat(send(client, chime.appInstance().unregistered("bob"), general))
                    .contains(401);
        }
    }

    @ChimeMessagingFake(users = "alice")
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class NotTheNeighborCase {
        private static ChimeSdkMessagingClient leftBehind;
        private static ChimeChannel general;

        @BeforeAll
        static void openChannel(ChimeMessagingServer chime) {
            general = chime.channel("general").members(chime.user("alice")).create();
        }

        @Test
        void a(ChimeSdkMessagingClient client) {
            leftBehind = client;
        }

        @Test
        void b(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThat(send(client, chime.user("alice"), general)).isEmpty();
        }

        @Test
        void c(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            chime.reset();

            assertThat(send(leftBehind, chime.user("alice"), general)).contains(410);
            assertThat(send(client, chime.user("alice"), general)).isEmpty();
        }
    }

    @ChimeMessagingFake(users = "alice")
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class NextTestCase {
        private static ChimeSdkMessagingClient leftBehind;
        private static ChimeChannel general;

        @Test
        void a(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            general = chime.channel("general").members(chime.user("alice")).create();
            leftBehind = client;
            assertThat(send(client, chime.user("alice"), general)).isEmpty();
        }

        @Test
        void b(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            ChimeUser alice = chime.user("alice");
            chime.channel("general").members(alice).create();

            assertThat(send(leftBehind, alice, general)).contains(410);
            assertThat(chime.journal().calls()).isEmpty();
            assertThat(chime.journal().lateCalls()).hasSize(1);
            assertThat(send(client, alice, general)).isEmpty();
            assertThat(chime.journal().calls()).hasSize(1);
        }
    }

    @ChimeMessagingFake
    static class LastTestCase {
        private static ChimeSdkMessagingClient leftBehind;
        private static ChimeChannel general;
        private static ChimeUser alice;

        @Test
        void test(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            alice = chime.user("alice");
            general = chime.channel("general").members(alice).create();
            leftBehind = client;
        }

        @AfterAll
        static void call() {
            assertThat(send(leftBehind, alice, general)).contains(410);
        }
    }

    @ChimeMessagingFake
    static class TidyCase {
        @Test
        void test(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            ChimeUser alice = chime.user("alice");
            ChimeChannel general = chime.channel("general").members(alice).create();
            assertThat(send(client, alice, general)).isEmpty();
        }
    }
}
