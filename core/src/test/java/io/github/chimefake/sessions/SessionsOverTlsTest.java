package io.github.chimefake.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.session.SessionClosedException;
import io.github.chimefake.testing.Fakes;
import io.github.chimefake.tls.LocalAuthority;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionsOverTlsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final LocalAuthority AUTHORITY = LocalAuthority.create();

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();

    private MessagingSession connect(LocalAuthority trusted) {
        return chime.sessions()
                .connect(
                        alice,
                        settings -> settings.sslContext(trusted.clientContext()).noReconnection());
    }

    private void isNotEstablished(LocalAuthority trusted) {
        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> connect(trusted))
                .satisfies(closed -> assertThat(closed.code()).isEqualTo(1006));
    }

    @Test
    void onePortServesSessionsWithAndWithoutTls() {
        MessagingSession plain = chime.sessions().connect(bob); // Starts the server.
        chime.sessions().tls(AUTHORITY.serverContext());
        MessagingSession secured = connect(AUTHORITY);

        chime.actor(bob).send(general, "hello");

        for (MessagingSession session :
                new MessagingSession[] {plain, secured, chime.actor(bob).connect()}) {
            assertThat(session.isEstablished()).isTrue();
        }
        assertThat(secured.awaitEvent("CREATE_CHANNEL_MESSAGE", LIMIT)
                        .channelMessage()
                        .content())
                .isEqualTo("hello");
        assertThat(plain.awaitEvent("CREATE_CHANNEL_MESSAGE", LIMIT)
                        .channelMessage()
                        .content())
                .isEqualTo("hello");
        chime.sessions().kick(alice);
        assertThat(secured.awaitClose(LIMIT).code()).isEqualTo(4003);
    }

    @Test
    void aClientThatDoesNotTrustTheAuthorityDoesNotConnect() {
        chime.sessions().tls(AUTHORITY.serverContext());

        isNotEstablished(LocalAuthority.create());
        assertThat(chime.sessions().history()).isEmpty();
    }

    @Test
    void tlsIsASettingOfTheTest() {
        isNotEstablished(AUTHORITY);

        chime.sessions().tls(AUTHORITY.serverContext());
        chime.snapshots().markBaseline();
        chime.sessions().clear();
        isNotEstablished(AUTHORITY);

        chime.reset();
        assertThat(connect(AUTHORITY).isEstablished()).isTrue();
    }
}
