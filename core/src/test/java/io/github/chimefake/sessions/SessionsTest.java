package io.github.chimefake.sessions;

import static io.github.chimefake.events.MessagingEventType.CREATE_CHANNEL_MESSAGE;
import static io.github.chimefake.events.MessagingEventType.SESSION_ESTABLISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Layer;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions over real sockets: who is connected, what arrives, and how sessions end. */
class SessionsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();

    private SessionClient connect(ChimeUser user) {
        SessionClient client = fakes.closeAfterTest(SessionClient.connect(chime, user));
        chime.sessions().awaitOpen(user);
        return client;
    }

    private void send(String content) {
        chime.client()
                .sendChannelMessage(request -> request.channelArn(general.arn())
                        .chimeBearer(alice.arn())
                        .content(content)
                        .type("STANDARD")
                        .persistence("PERSISTENT"));
    }

    @Test
    void theEndpointIsTheHostThatTheClientUsedWithAnotherPort() {
        String endpoint = SessionClient.endpoint(chime);

        assertThat(endpoint).isEqualTo("127.0.0.1:" + chime.sessions().port());
        assertThat(chime.sessions().port()).isNotEqualTo(chime.endpoint().getPort());
    }

    @Test
    void eachEventArrivesOnceAtEachMemberAndNotBeforeTheSessionIsEstablished() throws InterruptedException {
        SessionClient ofAlice = connect(alice);
        SessionClient ofBob = connect(bob);
        SessionClient ofStranger = connect(chime.user("carol"));

        send("one");
        send("two");
        chime.awaitBackgroundWork();

        assertThat(ofBob.messages(3))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo("{\"Headers\":{\"x-amz-chime-event-type\":\"SESSION_ESTABLISHED\","
                                        + "\"x-amz-chime-message-type\":\"SYSTEM\"}}"),
                        second -> assertThat(second).contains("CREATE_CHANNEL_MESSAGE", "\\\"Content\\\":\\\"one\\\""),
                        third -> assertThat(third).contains("CREATE_CHANNEL_MESSAGE", "\\\"Content\\\":\\\"two\\\""));
        assertThat(ofAlice.types(3))
                .containsExactly("SESSION_ESTABLISHED", "CREATE_CHANNEL_MESSAGE", "CREATE_CHANNEL_MESSAGE");
        assertThat(ofStranger.types(1)).containsExactly("SESSION_ESTABLISHED");
        assertThat(chime.sessions().delivered(bob))
                .extracting(DeliveredEvent::type)
                .containsExactly(SESSION_ESTABLISHED, CREATE_CHANNEL_MESSAGE, CREATE_CHANNEL_MESSAGE);
        assertThat(chime.journal().toString())
                .containsSubsequence(
                        "socket: connect as user/alice, signed by IAM user test: SESSION_ESTABLISHED",
                        "SendChannelMessage \"one\" by alice",
                        "socket: CREATE_CHANNEL_MESSAGE in channel/",
                        "sent to user/alice, user/bob",
                        "SendChannelMessage \"two\" by alice");
    }

    @Test
    void openSessionsCanBeSeenAndClosed() {
        SessionClient ofAlice = connect(alice);
        SessionClient ofBob = connect(bob);

        OpenSession session = chime.sessions().open(alice).get(0);
        session.close(4005, "try again");

        assertThat(ofAlice.closeCode()).isEqualTo(4005);
        assertThat(ofAlice.closeReason()).isEqualTo("try again");
        assertThat(session.isOpen()).isFalse();
        assertThat(session.user()).isEqualTo(alice);
        assertThat(session.sessionId()).isEqualTo("session-of-alice");
        assertThat(session.connectedAt())
                .isEqualTo(chime.sessions().history().get(0).connectedAt());
        assertThat(session.caller().isSameAs(chime.caller())).isTrue();
        assertThat(chime.sessions().open()).extracting(OpenSession::user).containsExactly(bob);
        assertThat(chime.sessions().kick(bob)).isOne();
        assertThat(ofBob.closeCode()).isEqualTo(4003);
        assertThat(chime.sessions().kick(bob)).isZero();
        assertThat(chime.sessions().history())
                .extracting(each -> each.closeCode().orElse(0))
                .containsExactly(4005, 4003);
    }

    @Test
    void aDroppedSessionEndsWithoutACloseFrame() {
        SessionClient ofAlice = connect(alice);

        assertThat(chime.sessions().drop(alice)).isOne();

        assertThat(ofAlice.closeCode()).isEqualTo(1006);
        assertThat(chime.journal().toString()).contains("socket: session of user/alice closed with 1006: by the test");
    }

    @Test
    void aClientThatClosesItsSessionIsRecorded() {
        SessionClient ofAlice = connect(alice);

        ofAlice.sendClose();

        assertThat(ofAlice.closeCode()).isEqualTo(1000);
        assertThat(chime.sessions().open()).isEmpty();
        assertThat(chime.journal().toString()).contains("session of user/alice closed with 1000 bye: by the client");
    }

    @Test
    void aResetClosesSessionsWithACodeAfterWhichClientsDoNotReturn() throws InterruptedException {
        SessionClient ofAlice = connect(alice);
        send("before");
        ofAlice.types(2);

        chime.reset();

        assertThat(ofAlice.closeCode()).isEqualTo(4002);
        assertThat(chime.sessions().open()).isEmpty();
        assertThat(chime.sessions().history()).isEmpty();
        assertThat(chime.sessions().delivered()).isEmpty();
    }

    @Test
    void aClosedFakeClosesItsSessions() {
        SessionClient ofAlice = connect(alice);

        chime.close();

        assertThat(ofAlice.closeCode()).isEqualTo(1001);
        assertThat(chime.sessions().history()).hasSize(1);
    }

    @Test
    void aFakeThatGoesOfflineDropsSessionsAndServesThemAgainAtTheSamePort() {
        SessionClient ofAlice = connect(alice);
        int port = chime.sessions().port();

        chime.offline();
        assertThat(ofAlice.closeCode()).isEqualTo(1006);
        chime.online();

        connect(alice);
        assertThat(chime.sessions().port()).isEqualTo(port);
    }

    @Test
    void sessionsEndWhenTheirCredentialsExpireByTheClockOfTheFake() {
        ChimeCaller browser = chime.caller("assumed-role/browser").expiresIn(Duration.ofMinutes(15));
        SessionClient ofAlice = fakes.closeAfterTest(
                SessionClient.connect(Presigner.of(alice).sign(SessionClient.endpoint(chime), browser.credentials())));
        SessionClient ofBob = connect(bob);
        chime.sessions().awaitOpen(alice);

        chime.clock().advance(Duration.ofMinutes(14));
        assertThat(chime.sessions().open()).hasSize(2);
        chime.clock().advance(Duration.ofMinutes(1));

        assertThat(chime.sessions().open()).extracting(OpenSession::user).containsExactly(bob);
        assertThat(ofAlice.closeCode()).isEqualTo(1006);
        assertThat(ofBob.isClosed()).isFalse();
    }

    @Test
    void sessionsEndWhenTheTestExpiresOrRevokesTheirCredentials() {
        SessionClient ofAlice = connect(alice);
        chime.sessions().closeCode(SessionEnd.CREDENTIALS_EXPIRED, 4401);

        chime.sessions().open(alice).get(0).expireCredentials();

        assertThat(ofAlice.closeCode()).isEqualTo(4401);
        assertThat(chime.sessions().open()).isEmpty();
    }

    @Test
    void theSessionsOfADeletedUserEndAfterTheResponse() {
        ChimeUser carol = chime.user("carol");
        SessionClient ofCarol = connect(carol);

        chime.clients().identityClient().deleteAppInstanceUser(request -> request.appInstanceUserArn(carol.arn()));
        chime.awaitBackgroundWork();

        assertThat(chime.sessions().open()).isEmpty();
        assertThat(ofCarol.closeCode()).isEqualTo(4401);
    }

    @Test
    void pingsAreSentAtTheInterval() throws InterruptedException {
        chime.sessions().pingInterval(Duration.ofMillis(200));

        // Not awaited as open, because a client that is slower than the interval is dropped.
        fakes.closeAfterTest(SessionClient.connect(chime, alice)).awaitPing();
    }

    @Test
    void aWaitHasALimitThatSaysWhatIsValid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.sessions().awaitOpen(alice, Duration.ZERO))
                .withMessage("sessions().awaitOpen(alice, PT0S): the limit must be positive. Use for example"
                        + " Duration.ofSeconds(2)");
    }

    @Test
    void pingsCanBeTurnedOffAndHaveAnIntervalThatCanBeKept() {
        for (Duration invalid : List.of(
                Duration.ofMillis(9), Duration.ofSeconds(-1), Duration.ofDays(366), ChronoUnit.FOREVER.getDuration())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> chime.sessions().pingInterval(invalid))
                    .withMessageContaining("10 ms to 365 days, or zero for no pings");
        }
    }

    @Test
    void waitingForASessionThatIsDeniedNamesTheReason() {
        chime.permissions().onConnect().by(alice).deny();
        SessionClient ofAlice = fakes.closeAfterTest(SessionClient.connect(chime, alice));
        assertThat(ofAlice.closeCode()).isEqualTo(4401);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> chime.sessions().awaitOpen(alice, Duration.ofMillis(1)))
                .withMessageContaining(
                        "connect of alice, denied by PERMISSION_RULE, closed with 4401: A rule of this test");
        assertThat(chime.sessions().history())
                .extracting(each -> each.deniedBy().orElseThrow())
                .isEqualTo(List.of(Layer.PERMISSION_RULE));
    }
}
