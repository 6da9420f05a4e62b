package io.github.chimefake.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.session.SessionClose;
import io.github.chimefake.session.SessionClosedException;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;

class ConnectedSessionTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();

    private void send(String content) {
        chime.client()
                .sendChannelMessage(request -> request.channelArn(general.arn())
                        .chimeBearer(bob.arn())
                        .content(content)
                        .type(ChannelMessageType.STANDARD)
                        .persistence(ChannelMessagePersistenceType.PERSISTENT));
    }

    @Test
    void aMemberReceivesWhatAnotherSends() {
        MessagingSession session = chime.sessions().connect(alice);

        send("hello");

        var message = session.awaitEvent("CREATE_CHANNEL_MESSAGE", LONG).channelMessage();
        assertThat(message.content()).isEqualTo("hello");
        assertThat(message.channelArn()).isEqualTo(general.arn());
        assertThat(message.sender().arn()).isEqualTo(bob.arn());
        assertThat(message.createdTimestamp()).isNotNull();
        assertThat(session.userArn()).isEqualTo(alice.arn());
        assertThat(chime.sessions().open(alice)).hasSize(1);
    }

    @Test
    void aDeniedUserIsClosedWith4401() {
        chime.permissions().onConnect().by(alice).deny();

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> chime.sessions().connect(alice))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(4401);
                    assertThat(e.reason()).isEqualTo("Unauthorized");
                });
    }

    @Test
    void aRefusedUpgradeIsOneConnect() {
        chime.faults().onConnect().by(alice).once().resetConnection();

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> chime.sessions().connect(alice, settings -> settings.noReconnection()))
                .satisfies(e -> assertThat(e.code()).isEqualTo(1006));
        assertThat(chime.sessions().connect(alice).isEstablished()).isTrue();
    }

    @Test
    void anActorsSessionIdIsFreeAgainWhenItsSessionHasEnded() {
        MessagingSession ofActor = chime.actor(alice).connect();
        ofActor.close();
        chime.faults().onConnect().by(alice).once().close(4003);

        assertThatExceptionOfType(SessionClosedException.class) // An actor's connect would meet no fault.
                .isThrownBy(() -> chime.sessions()
                        .connect(
                                alice,
                                settings ->
                                        settings.sessionId(ofActor.sessionId()).noReconnection()))
                .satisfies(e -> assertThat(e.code()).isEqualTo(4003));
    }

    @Test
    void aSessionConnectsAgainAfterALoss() {
        MessagingSession session = chime.sessions().connect(alice);
        chime.sessions().drop(alice);

        assertThat(session.awaitClose(LONG).code()).isEqualTo(1006);
        session.awaitEvent("SESSION_ESTABLISHED", LONG); // That of the first connection.
        session.awaitEvent("SESSION_ESTABLISHED", LONG);
        send("again");
        assertThat(session.awaitEvent("CREATE_CHANNEL_MESSAGE", LONG)
                        .channelMessage()
                        .content())
                .isEqualTo("again");
    }

    @Test
    void aSessionConnectsAgainAfterALossByFaults() {
        chime.faults().onConnect().by(alice).once().close(1006);
        MessagingSession session = chime.sessions().connect(alice);
        chime.faults().onEvents().forUser(alice).once().close(1006);

        send("last");

        assertThat(session.awaitClose(LONG)).satisfies(ConnectedSessionTest::isLostButReconnecting);
        assertThat(session.awaitClose(LONG)).satisfies(ConnectedSessionTest::isLostButReconnecting);
        session.awaitEvent("SESSION_ESTABLISHED", LONG); // That of the second connection, as the first had none.
        session.awaitEvent("SESSION_ESTABLISHED", LONG);
        assertThat(session.events().get(1).channelMessage().content()).isEqualTo("last");
        assertThat(chime.sessions().history()).hasSize(3);
    }

    private static void isLostButReconnecting(SessionClose close) {
        assertThat(close.code()).isEqualTo(1006);
        assertThat(close.isReconnecting()).isTrue();
    }

    @Test
    void aUserWhoIsKickedStaysAway() {
        MessagingSession session = chime.sessions().connect(alice);

        chime.sessions().kick(alice);

        assertThat(session.awaitClose(LONG)).satisfies(close -> {
            assertThat(close.code()).isEqualTo(4003);
            assertThat(close.isReconnecting()).isFalse();
        });
    }

    @Test
    void aResetStopsSessions() {
        List<String> types = new CopyOnWriteArrayList<>();
        MessagingSession session =
                chime.sessions().connect(alice, settings -> settings.onEvent(event -> types.add(event.type())));
        chime.snapshots().markBaseline();

        chime.reset();
        send("to another test");

        assertThat(session.awaitClose(LONG).isReconnecting()).isFalse();
        chime.awaitBackgroundWork();
        assertThat(types).containsExactly("SESSION_ESTABLISHED");
    }

    @Test
    void theEndOfTheFakeStopsSessions() {
        MessagingSession session = chime.sessions().connect(alice);
        Sessions sessions = chime.sessions();

        chime.close();

        assertThat(session.awaitClose(LONG).isReconnecting()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> sessions.connect(alice));
    }

    @Test
    void settingsMayUseTheFake() {
        MessagingSession session = chime.sessions().connect(alice, settings -> {
            chime.channel("random").members(alice).create();
            chime.client()
                    .describeChannel(
                            request -> request.channelArn(general.arn()).chimeBearer(alice.arn()));
            settings.sessionId("mine");
        });

        assertThat(session.sessionId()).isEqualTo("mine");
    }
}
