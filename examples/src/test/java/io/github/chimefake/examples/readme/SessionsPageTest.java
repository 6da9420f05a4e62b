package io.github.chimefake.examples.readme;

import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.events.MessagingEventType.CREATE_CHANNEL_MESSAGE;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.sessions.HeldEvents;
import io.github.chimefake.sessions.OpenSession;
import io.github.chimefake.sessions.SessionEnd;
import io.github.chimefake.tls.LocalAuthority;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.signer.Aws4Signer;
import software.amazon.awssdk.auth.signer.params.Aws4PresignerParams;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

// The page shows what is not awaited, and a presigner that the oldest supported SDK has.
@SuppressWarnings({"FutureReturnValueIgnored", "deprecation"})
@ChimeMessagingFake
class SessionsPageTest {
    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeChannel general;

    SessionsPageTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.client = client;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.general = chime.channel("general").members(alice, bob).create();
    }

    private void send(String content) {
        client.sendChannelMessage(request -> request.channelArn(general.arn())
                .chimeBearer(alice.arn())
                .content(content)
                .type("STANDARD")
                .persistence("PERSISTENT"));
    }

    /** Connects as the code under test does, and returns the code with which the session is closed. */
    private CompletableFuture<Integer> connect(ChimeUser user, ChimeCaller caller) {
        String endpoint =
                client.getMessagingSessionEndpoint(request -> {}).endpoint().url();
        URI signed = Aws4Signer.create()
                .presign(
                        SdkHttpFullRequest.builder()
                                .method(SdkHttpMethod.GET)
                                .uri(URI.create("http://" + endpoint + "/connect"))
                                .appendRawQueryParameter("sessionId", "1")
                                .appendRawQueryParameter("userArn", user.arn())
                                .build(),
                        Aws4PresignerParams.builder()
                                .awsCredentials(caller.credentials())
                                .signingName("chime")
                                .signingRegion(Region.of(chime.region()))
                                .expirationTime(Instant.now().plusSeconds(10))
                                .build())
                .getUri();
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws" + signed.toString().substring(4)), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
                        closed.complete(code);
                        return CompletableFuture.completedFuture(null);
                    }

                    @Override
                    public void onError(WebSocket webSocket, Throwable error) {
                        closed.complete(1006);
                    }
                })
                .join();
        return closed;
    }

    @Test
    void aMessageIsDelivered() {
        connect(bob, chime.caller()); // by the code under test
        chime.sessions().awaitOpen(bob);

        send("hello");

        assertThat(chime).delivered(CREATE_CHANNEL_MESSAGE).forUser(bob).inChannel(general);
        assertThat(chime).forUser(alice).neverDelivered(); // She is not connected.
        assertThat(chime).emitted(CREATE_CHANNEL_MESSAGE).exactlyFor(alice, bob); // Whether they are or not.
    }

    @Test
    void sessionsAreClosed() {
        CompletableFuture<Integer> closed = connect(bob, chime.caller());
        OpenSession session = chime.sessions().awaitOpen(bob);

        session.close(1012, "restart"); // The client connects again.
        assertThat(closed.join()).isEqualTo(1012);

        connect(bob, chime.caller());
        chime.sessions().awaitOpen(bob);
        chime.sessions().kick(bob); // 4003: the client does not connect again.
        chime.sessions().drop(bob); // As a network does: the client sees 1006.
    }

    @Test
    void credentialsExpire() {
        ChimeCaller browser = chime.caller("assumed-role/browser").expiresIn(Duration.ofMinutes(15));
        CompletableFuture<Integer> closed = connect(bob, browser);
        chime.sessions().awaitOpen(bob);

        chime.clock().advance(Duration.ofMinutes(15));

        assertThat(closed.join()).isEqualTo(1006);
    }

    @Test
    void connectsAreDenied() {
        chime.permissions().onConnect().by(alice).deny(); // New sessions of hers are closed with 4401.
        chime.permissions().by(chime.caller()).attach("chat", """
                        {"Version": "2012-10-17", "Statement": [
                          {"Effect": "Allow", "Action": "chime:GetMessagingSessionEndpoint", "Resource": "*"},
                          {"Effect": "Allow", "Action": "chime:Connect", "Resource": "arn:aws:chime:*:*:app-instance/*/user/alice"}
                        ]}""");

        assertThat(connect(alice, chime.caller()).join()).isEqualTo(4401); // by the rule
        assertThat(connect(bob, chime.caller()).join()).isEqualTo(4401); // by the policy
        assertThat(chime.sessions().history())
                .allMatch(session -> session.deniedBy().isPresent());
    }

    @Test
    void connectsFail() {
        chime.faults().onConnect().by(bob).connects(2).close(4005);
        chime.faults().onConnect().by(alice).once().respond(503);
        chime.faults().onConnect().nthConnect(4).dropAfterEstablished();
        chime.faults().onConnect().by(alice).hang();
    }

    @Test
    void eventsFail() {
        connect(bob, chime.caller());
        chime.sessions().awaitOpen(bob);

        chime.faults().onEvents(CREATE_CHANNEL_MESSAGE).forUser(bob).once().drop();
        send("lost");
        assertThat(chime).forUser(bob).neverDelivered(CREATE_CHANNEL_MESSAGE);

        try (HeldEvents held = chime.faults().onEvents().forUser(bob).hold()) {
            send("late");
            assertThat(chime).forUser(bob).neverDelivered(CREATE_CHANNEL_MESSAGE);
            held.release();
            assertThat(chime).delivered(CREATE_CHANNEL_MESSAGE).forUser(bob);
        }
        chime.faults().onEvents().forUser(bob).nthEvent(3).close(1011);
    }

    @Test
    void settings() {
        chime.sessions().closeCode(SessionEnd.CREDENTIALS_EXPIRED, 4401);
        chime.sessions().pingInterval(Duration.ofSeconds(5));
        chime.sessions().endpoint("chat.test:8443"); // A proxy in front of the port chime.sessions().port().
    }

    @Test
    void sessionsOverTls() {
        LocalAuthority authority = LocalAuthority.create();
        chime.sessions().tls(authority.serverContext());

        MessagingSession session =
                chime.sessions().connect(bob, settings -> settings.sslContext(authority.clientContext()));
        assertThat(session.isEstablished()).isTrue();
    }
}
