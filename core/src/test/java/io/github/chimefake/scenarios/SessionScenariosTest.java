package io.github.chimefake.scenarios;

import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.Operation.GET_MESSAGING_SESSION_ENDPOINT;
import static io.github.chimefake.events.MessagingEventType.CREATE_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.session.SessionClose;
import io.github.chimefake.session.SessionClosedException;
import io.github.chimefake.session.SessionEvent;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** What a client for messaging sessions sees in each scenario that needs a socket. */
class SessionScenariosTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();

    private MessagingSession connect(ChimeUser user) {
        return chime.sessions().connect(user, settings -> settings.noReconnection());
    }

    private SessionClosedException refused(ChimeUser user) {
        return catchThrowableOfType(SessionClosedException.class, () -> connect(user));
    }

    private static void assertEnds(MessagingSession session, int code, String reason) {
        SessionClose close = session.awaitClose(LONG);
        assertThat(close.code()).isEqualTo(code);
        assertThat(close.reason()).isEqualTo(reason);
        assertThat(close.isReconnecting()).isFalse();
    }

    @Test
    void aFlakyConnectSucceedsAfterTheseAttempts() {
        Registration scenario = Scenarios.flakyConnect(chime, alice, 2);

        assertThat(refused(alice).code()).isEqualTo(4005);
        assertThat(refused(alice).code()).isEqualTo(4005);
        assertThat(connect(bob).isEstablished()).isTrue();
        assertThat(connect(alice).isEstablished()).isTrue();
        assertThat(scenario.timesApplied()).isEqualTo(2);
    }

    @Test
    void aClientThatConnectsAgainGetsOverAFlakyConnect() {
        Scenarios.flakyConnect(chime, alice, 1);

        MessagingSession session = chime.sessions().connect(alice);

        assertThat(session.isEstablished()).isTrue();
        assertThat(session.awaitClose(LONG)).satisfies(close -> {
            assertThat(close.code()).isEqualTo(4005);
            assertThat(close.isReconnecting()).isTrue();
        });
    }

    @Test
    void anEventBeforeSessionEstablishedIsThatOfTheLog() {
        chime.actor(bob).send(general, "early");
        Scenarios.eventBeforeSessionEstablished(
                chime, alice, chime.events().of(CREATE_CHANNEL_MESSAGE).get(0));

        MessagingSession session = connect(alice);

        assertThat(session.events())
                .extracting(SessionEvent::type)
                .containsExactly("CREATE_CHANNEL_MESSAGE", "SESSION_ESTABLISHED");
        assertThat(session.events().get(0).channelMessage().content()).isEqualTo("early");
        assertThat(connect(alice).events()).extracting(SessionEvent::type).containsExactly("SESSION_ESTABLISHED");
    }

    @Test
    void aUserWhoIsKickedIsClosedWith4003() {
        MessagingSession session = chime.sessions().connect(alice);

        assertThat(Scenarios.kicked(chime, alice)).isOne();

        assertEnds(session, 4003, "Forbidden");
        assertThat(Scenarios.kicked(chime, alice)).isZero();
    }

    @Test
    void aSessionThatLosesItsAuthorizationIsClosedWith4401() {
        MessagingSession session = chime.sessions().connect(alice);

        assertThat(Scenarios.unauthorizedMidSession(chime, alice)).isOne();

        assertEnds(session, 4401, "Unauthorized");
        assertThat(connect(alice).isEstablished()).isTrue();
    }

    @Test
    void aConnectWithoutAValidSignatureIsClosedWith4401() {
        Registration scenario = Scenarios.unsignedOrWronglySignedConnect(chime, alice);

        SessionClosedException denied = refused(alice);
        assertThat(denied.code()).isEqualTo(4401);
        assertThat(denied.reason()).isEqualTo("Unauthorized");
        assertThat(scenario.timesApplied()).isOne();
        assertThat(connect(bob).isEstablished()).isTrue();

        scenario.close();
        assertThat(connect(alice).isEstablished()).isTrue();
    }

    @Test
    void aWrongArnAsUserIsClosedWith4401() {
        assertThat(refused(Scenarios.wrongArnAsUser(chime)).code()).isEqualTo(4401);
    }

    @Test
    void aFailedLookupEndsAReconnectWith4999() {
        MessagingSession session =
                chime.sessions().connect(alice, settings -> settings.reconnectWithin(Duration.ofMillis(1)));
        Scenarios.endpointResolutionFails(chime, SERVICE_UNAVAILABLE);

        chime.sessions().drop(alice);

        assertThat(session.awaitClose(LONG).code()).isEqualTo(1006);
        SessionClose last = session.awaitClose(LONG);
        assertThat(last.code()).isEqualTo(4999);
        assertThat(last.isReconnecting()).isFalse();
        assertThat(chime.sessions().open(alice)).isEmpty();
    }

    @Test
    void credentialsThatExpireWhileAsleepEndTheSessionAndTheLookup() {
        ChimeCaller browser = chime.caller("assumed-role/browser");
        ChimeSdkMessagingClient cached =
                chime.clients().signedBy(browser).withoutRetries().client();
        MessagingSession session = chime.sessions()
                .connect(alice, settings -> settings.client(cached).reconnectWithin(Duration.ofMillis(1)));

        Scenarios.credentialsExpireWhileAsleep(chime, browser);

        assertThat(session.awaitClose(LONG).code()).isEqualTo(1006);
        SessionClose last = session.awaitClose(LONG);
        assertThat(last.code()).isEqualTo(4999);
        assertThat(last.isReconnecting()).isFalse();
        assertThat(chime.journal().calls(GET_MESSAGING_SESSION_ENDPOINT))
                .last()
                .asString()
                .contains("ExpiredTokenException");
        assertThat(connect(alice).isEstablished()).isTrue();
    }
}
