package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointResponse;

class UnservedSessionsTest {
    private static final String HANDSHAKE = "/connect?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=10&sessionId=1"
            + "&userArn=arn%3Aaws%3Achime&X-Amz-Security-Token=secret&X-Amz-Signature=secret";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();

    @ParameterizedTest
    @ValueSource(strings = {HANDSHAKE, "/connect"})
    void aRequestToOpenASessionIsToldThatThereIsNone(String target) throws IOException, InterruptedException {
        HttpResponse<String> response = RawRequest.of("GET", target).sendTo(chime);

        assertThat(response.statusCode()).isEqualTo(501);
        assertThat(response.headers().firstValue("x-amzn-ErrorType")).contains("NotImplementedException");
        assertThat(response.body()).isEqualTo("{\"message\":\"The fake serves no messaging sessions.\"}");
        assertThat(response.headers().firstValue("x-chime-fake-explanation").orElseThrow())
                .startsWith("GET /connect")
                .contains(
                        "opens a messaging session. This version of the fake serves no messaging sessions (WebSocket)",
                        "Read messages with ListChannelMessages, and what happened in chime.journal()",
                        "start a WebSocket server in the test and call chime.sessions().endpoint(\"host:port\")")
                .doesNotContain("secret");
        assertThat(chime.journal().toString())
                .contains("501 NotImplementedException")
                .doesNotContain("secret");
    }

    @Test
    void aWebSocketClientIsToldSoWhereTheEndpointLeadsIt() {
        String endpoint = endpoint(chime.client().getMessagingSessionEndpoint(request -> {}));
        CompletableFuture<WebSocket> opening = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + endpoint + "/connect?sessionId=1"), new WebSocket.Listener() {});

        assertThat(opening)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .havingRootCause()
                .withMessageContaining("501");
    }

    private static String endpoint(GetMessagingSessionEndpointResponse response) {
        return response.endpoint().url();
    }

    @Test
    void anUpgradeAtAnyOtherUnknownPathIsToldSo() throws IOException {
        List<String> lines = List.of(
                "GET /socket HTTP/1.1",
                "Host: " + chime.endpoint().getAuthority(),
                "Connection: Upgrade",
                "Upgrade: WebSocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

        PlainSocket.Response response = PlainSocket.send(chime.endpoint().getPort(), lines, "");

        assertThat(response.status()).isEqualTo(501);
        assertThat(response.head()).contains("opens a messaging session");
    }

    @Test
    void anOperationIsServedWhateverItsHeadersOffer() throws IOException, InterruptedException {
        // The JDK's client offers HTTP/2 with the header Upgrade.
        assertThat(RawRequest.of("GET", "/endpoints/messaging-session")
                        .sendTo(chime)
                        .statusCode())
                .isEqualTo(200);
        assertThat(RawRequest.of("GET", "/nowhere").sendTo(chime).statusCode()).isEqualTo(404);
    }

    @Test
    void theResponseThatNamesTheFakeSaysThatNothingIsServedThere() throws IOException, InterruptedException {
        HttpResponse<String> response =
                RawRequest.of("GET", "/endpoints/messaging-session").sendTo(chime);

        assertThat(response.body())
                .isEqualTo("{\"Endpoint\":{\"Url\":\"" + chime.endpoint().getAuthority() + "\"}}");
        assertThat(response.headers().firstValue("x-chime-fake-explanation").orElseThrow())
                .startsWith("The endpoint in this response is the fake itself.")
                .contains("serves no messaging sessions", "chime.sessions().endpoint(\"host:port\")");
        assertThat(chime.journal().toString())
                .contains("GetMessagingSessionEndpoint", "note: The endpoint in this response is the fake itself.");
        assertThat(chime.journal().failures()).isEmpty();
    }

    @Test
    void theEndpointIsTheHostThatTheClientUsed() {
        URI byName = URI.create("http://localhost:" + chime.endpoint().getPort());
        try (ChimeSdkMessagingClient client = chime.clients()
                .configure(ChimeSdkMessagingClient.builder())
                .endpointOverride(byName)
                .build()) {
            assertThat(endpoint(client.getMessagingSessionEndpoint(request -> {})))
                    .isEqualTo(byName.getAuthority());
        }
    }

    @Test
    void anEndpointOfTheTestIsNamedWithoutANote() throws IOException, InterruptedException {
        chime.sessions().endpoint("localhost:8443");

        HttpResponse<String> response =
                RawRequest.of("GET", "/endpoints/messaging-session").sendTo(chime);

        assertThat(response.body()).contains("localhost:8443");
        assertThat(response.headers().firstValue("x-chime-fake-explanation")).isEmpty();
        assertThat(chime.journal().toString()).doesNotContain("note:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "sessions.example:8443", "127.0.0.1:1", "[::1]:8443"})
    void anEndpointIsAHostWithOrWithoutAPort(String endpoint) {
        chime.sessions().endpoint(endpoint);

        assertThat(endpoint(chime.client().getMessagingSessionEndpoint(request -> {})))
                .isEqualTo(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "wss://localhost:8443", "localhost:8443/", "localhost/connect", "a b", "::1", "a:b"})
    void anythingElseIsNoEndpoint(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.sessions().endpoint(endpoint))
                .withMessageContaining(
                        "sessions().endpoint(\"" + endpoint + "\")", "wss://", "for example localhost:8443");
    }
}
