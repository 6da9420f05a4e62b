package io.github.chimefake.examples.readme;

import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.session.SessionClose;
import io.github.chimefake.session.SessionClosedException;
import io.github.chimefake.session.SessionEvent;
import io.github.chimefake.session.SessionPresigner;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

@ChimeMessagingFake
class SessionClientPageTest {
    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeChannel general;

    SessionClientPageTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.client = client;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.general = chime.channel("general").members(alice, bob).create();
    }

    private void send(ChimeUser author, String content) {
        client.sendChannelMessage(request -> request.channelArn(general.arn())
                .chimeBearer(author.arn())
                .content(content)
                .type("STANDARD")
                .persistence("PERSISTENT"));
    }

    @Test
    void aMemberReceivesAMessage() {
        MessagingSession session = chime.sessions().connect(alice);

        send(bob, "hello");

        SessionEvent event = session.awaitEvent("CREATE_CHANNEL_MESSAGE", Duration.ofSeconds(2));
        assertThat(event.channelMessage().content()).isEqualTo("hello");
    }

    @Test
    void aDeniedSessionIsClosedWith4401() {
        chime.permissions().onConnect().by(alice).deny();

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> chime.sessions().connect(alice))
                .satisfies(e -> assertThat(e.code()).isEqualTo(4401));
    }

    @Test
    void aLostConnectionIsOpenedAgain() {
        MessagingSession session = chime.sessions().connect(alice);
        session.awaitEvent("SESSION_ESTABLISHED", Duration.ofSeconds(2));

        chime.sessions().drop(alice);

        SessionClose close = session.awaitClose(Duration.ofSeconds(2));
        assertThat(close.code()).isEqualTo(1006);
        assertThat(close.isReconnecting()).isTrue();
        session.awaitEvent("SESSION_ESTABLISHED", Duration.ofSeconds(5));
    }

    @Test
    void aSessionHasOtherSettings() {
        chime.sessions().connect(alice, settings -> settings.prefetch().noReconnection());

        assertThat(chime.sessions().open(alice)).hasSize(1);
    }

    /** What an application writes. The test has a client of the fake, so it needs plain(). */
    private static MessagingSession receive(ChimeSdkMessagingClient client, String userArn) {
        MessagingSession session = MessagingSession.builder()
                .client(client)
                .userArn(userArn)
                .onEvent(event -> System.out.println(event))
                .onClose(close -> System.out.println(close))
                .build();
        return session;
    }

    @Test
    void anApplicationBuildsASession() {
        try (MessagingSession session = receive(client, alice.arn())) {
            assertThat(session.isEstablished()).isFalse();
        }
        MessagingSession plain = MessagingSession.builder()
                .client(client)
                .userArn(alice.arn())
                .plain()
                .build();
        try (plain) {
            assertThat(plain.start().isEstablished()).isTrue();
        }
    }

    private static URI presigned(AwsCredentialsProvider credentials, String host, String userArn) {
        SessionPresigner presigner = SessionPresigner.create(Region.US_EAST_1, credentials);
        URI url = presigner.presign(host, userArn, UUID.randomUUID().toString());
        return url;
    }

    @Test
    void anotherClientGetsAUrl() {
        AwsCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret"));

        assertThat(presigned(credentials, "node001.ue1.ws-messaging.chime.aws", alice.arn()))
                .hasScheme("wss")
                .hasPath("/connect");
    }
}
