package io.github.chimefake.internal.access.signature;

import static io.github.chimefake.ChimeError.INVALID_SIGNATURE;
import static io.github.chimefake.ChimeError.UNRECOGNIZED_CLIENT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpRequest.Header;
import io.github.chimefake.internal.exchange.ServiceError;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelReadMarkerRequest;

/** What the AWS SDK for Java 2 signs, sent over a real socket. */
@Tag("slow")
class SdkSignatureTest {
    private static final String REGION = "us-east-1";
    private static final String APP_INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/chat";
    private static final String CHANNEL = APP_INSTANCE + "/channel/general";
    private static final String ALICE = APP_INSTANCE + "/user/alice";
    private static final Caller BACKEND = caller("AKIDBACKEND", "secret/of+the=back end", Optional.empty());
    private static final Caller BROWSER = caller("ASIABROWSER", "secret of the browser", Optional.of("token+/=="));

    private static RecordingServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new RecordingServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Caller> callers() {
        return Stream.of(BACKEND, BROWSER);
    }

    @ParameterizedTest
    @MethodSource("callers")
    void acceptsWhatTheSynchronousClientSigns(Caller caller) {
        try (ChimeSdkMessagingClient client = client(caller)) {
            client.sendChannelMessage(send("grüße, 世界 😀"));
            assertAccepted(caller);
            client.listChannelMessages(list("a+b/c~d*e f='(!)'%2F&x=y\u00e9"));
            assertAccepted(caller);
            client.listChannelMessages(list(""));
            assertAccepted(caller);
            client.deleteChannel(DeleteChannelRequest.builder()
                    .channelArn(CHANNEL + "/a b+c~d%2Fe*\u00e9(!)'//x/../y&=?#")
                    .chimeBearer(ALICE)
                    .build());
            assertAccepted(caller);
            client.updateChannelReadMarker(UpdateChannelReadMarkerRequest.builder()
                    .channelArn(CHANNEL)
                    .chimeBearer(ALICE)
                    .build());
            assertAccepted(caller);
        }
    }

    @Test
    void acceptsWhatTheAsynchronousClientSigns() {
        try (ChimeSdkMessagingAsyncClient client = ChimeSdkMessagingAsyncClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(BROWSER.credentials()))
                .build()) {
            client.sendChannelMessage(send("grüße, 世界 😀")).join();
            assertAccepted(BROWSER);
            client.listChannelMessages(list("a+b/c~d*e f")).join();
            assertAccepted(BROWSER);
        }
    }

    @Test
    void acceptsABearerBeyondAsciiInEitherEncoding() {
        HttpRequest latin1 = sent(BACKEND, request -> request.chimeBearer(ALICE + "/\u00e9"));
        HttpRequest utf8 = withHeader(latin1, "X-amz-chime-bearer", ALICE + "/\u00c3\u00a9");

        assertThat(Signatures.verify(latin1, BACKEND, REGION)).isEmpty();
        assertThat(Signatures.verify(utf8, BACKEND, REGION)).isEmpty();
    }

    @Test
    void acceptsAPathBelowABasePath() {
        try (ChimeSdkMessagingClient client = ChimeSdkMessagingClient.builder()
                .endpointOverride(server.endpoint().resolve("/base/path"))
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(BACKEND.credentials()))
                .build()) {
            client.sendChannelMessage(send("hello"));
        }
        assertAccepted(BACKEND);
    }

    @Test
    void refusesAnotherSecret() {
        Caller other = caller("AKIDBACKEND", "another secret", Optional.empty());

        assertThat(verify(sent(BACKEND), other))
                .returns(INVALID_SIGNATURE, ServiceError::error)
                .returns(INVALID_SIGNATURE.defaultMessage(), ServiceError::message)
                .extracting(ServiceError::explanation)
                .asString()
                .contains("AKIDBACKEND", "not signed with its secret", "/channels/arn%253Aaws")
                .doesNotContain("another secret", "secret/of");
    }

    @Test
    void refusesAnAlteredBody() {
        HttpRequest call = sent(BACKEND);
        byte[] body = new String(call.body(), UTF_8).replace("hello", "hullo").getBytes(UTF_8);
        HttpRequest altered = new HttpRequest(call.method(), call.target(), call.headers(), body, call.receivedAt());

        assertThat(verify(altered, BACKEND))
                .returns(INVALID_SIGNATURE, ServiceError::error)
                .extracting(ServiceError::explanation)
                .asString()
                .contains("The body differs", "x-amz-content-sha256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/channels", "general", "/messages"})
    void refusesAnAlteredPath(String part) {
        HttpRequest call = sent(BACKEND);
        assertThat(call.target()).contains(part);

        assertInvalidSignature(withTarget(call, call.target().replace(part, part + "x")));
    }

    @Test
    void refusesAnAddedQueryParameter() {
        HttpRequest call = sent(BACKEND);

        assertInvalidSignature(withTarget(call, call.target() + "?operation=redact"));
    }

    @Test
    void refusesAnAlteredBearer() {
        assertInvalidSignature(withHeader(sent(BACKEND), "x-amz-chime-bearer", APP_INSTANCE + "/user/mallory"));
    }

    @Test
    void refusesAnAlteredMethod() {
        HttpRequest call = sent(BACKEND);

        assertInvalidSignature(new HttpRequest("PUT", call.target(), call.headers(), call.body(), call.receivedAt()));
    }

    @Test
    void saysWhichSignedHeaderDidNotArrive() {
        HttpRequest call = sent(BACKEND);
        List<Header> headers = call.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase("x-amz-chime-bearer"))
                .toList();
        HttpRequest altered = new HttpRequest(call.method(), call.target(), headers, call.body(), call.receivedAt());

        assertThat(verify(altered, BACKEND).explanation()).contains("Signed but not received: [x-amz-chime-bearer]");
    }

    @Test
    void refusesAnotherRegion() {
        assertThat(Signatures.verify(sent(BACKEND), BACKEND, "eu-central-1").orElseThrow())
                .returns(INVALID_SIGNATURE, ServiceError::error)
                .returns("Credential should be scoped to a valid Region, not us-east-1", ServiceError::message)
                .extracting(ServiceError::explanation)
                .asString()
                .contains("\"us-east-1\"", "\"eu-central-1\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {-900, 0, 900})
    void acceptsAClockThatIsOffBy15Minutes(long seconds) {
        assertThat(Signatures.verify(receivedLater(sent(BACKEND), seconds), BACKEND, REGION))
                .isEmpty();
    }

    @Test
    void refusesAnOldTimestamp() {
        assertThat(verify(receivedLater(sent(BACKEND), 901), BACKEND))
                .returns(INVALID_SIGNATURE, ServiceError::error)
                .extracting(ServiceError::message)
                .asString()
                .matches("Signature expired: \\d{8}T\\d{6}Z is now earlier than \\d{8}T\\d{6}Z"
                        + " \\(\\d{8}T\\d{6}Z - 15 min\\.\\)");
    }

    @Test
    void refusesATimestampInTheFuture() {
        assertThat(verify(receivedLater(sent(BACKEND), -901), BACKEND))
                .returns(INVALID_SIGNATURE, ServiceError::error)
                .extracting(ServiceError::message)
                .asString()
                .matches("Signature not yet current: \\d{8}T\\d{6}Z is still later than \\d{8}T\\d{6}Z"
                        + " \\(\\d{8}T\\d{6}Z \\+ 15 min\\.\\)");
    }

    @Test
    void refusesASessionTokenThatIsMissingForeignOrUnexpected() {
        Caller tokenless = caller("ASIABROWSER", "secret of the browser", Optional.empty());
        Caller renewed = caller("ASIABROWSER", "secret of the browser", Optional.of("another token"));

        assertThat(verify(sent(tokenless), BROWSER))
                .returns(UNRECOGNIZED_CLIENT, ServiceError::error)
                .returns("The security token included in the request is invalid.", ServiceError::message)
                .extracting(ServiceError::explanation)
                .asString()
                .contains("carries no session token");
        assertThat(verify(sent(renewed), BROWSER))
                .returns(UNRECOGNIZED_CLIENT, ServiceError::error)
                .extracting(ServiceError::explanation)
                .asString()
                .contains("another session token")
                .doesNotContain("token+/==");
        assertThat(verify(sent(BROWSER), tokenless))
                .returns(UNRECOGNIZED_CLIENT, ServiceError::error)
                .extracting(ServiceError::explanation)
                .asString()
                .contains("long-term credentials");
    }

    @Test
    void namesTheAccessKeyEvenOfABadSignature() {
        HttpRequest altered = withHeader(sent(BROWSER), "x-amz-date", "nonsense");

        assertThat(Signatures.read(altered).claimedAccessKeyId()).contains("ASIABROWSER");
    }

    @Test
    void verifiesNoCallerWithoutASecretOrWithAnotherKey() {
        HttpRequest call = sent(BACKEND);
        Caller unregistered = new Caller(BACKEND.principalArn(), "AKIDBACKEND", Optional.empty(), Optional.empty());

        assertRefusesToVerify(call, unregistered).hasMessageContaining("checkForm");
        assertRefusesToVerify(call, BROWSER).hasMessageContaining("AKIDBACKEND");
    }

    private static AbstractThrowableAssert<?, ?> assertRefusesToVerify(HttpRequest call, Caller caller) {
        return assertThatThrownBy(() -> Signatures.verify(call, caller, REGION))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertAccepted(Caller caller) {
        assertThat(Signatures.verify(server.take(), caller, REGION)).isEmpty();
    }

    private static void assertInvalidSignature(HttpRequest call) {
        assertThat(verify(call, BACKEND))
                .returns(INVALID_SIGNATURE, ServiceError::error)
                .returns(INVALID_SIGNATURE.defaultMessage(), ServiceError::message);
    }

    private static ServiceError verify(HttpRequest call, Caller caller) {
        return Signatures.verify(call, caller, REGION).orElseThrow();
    }

    private static HttpRequest sent(Caller caller) {
        return sent(caller, request -> request);
    }

    private static HttpRequest sent(Caller caller, UnaryOperator<SendChannelMessageRequest.Builder> change) {
        try (ChimeSdkMessagingClient client = client(caller)) {
            client.sendChannelMessage(change.apply(send("hello").toBuilder()).build());
        }
        return server.take();
    }

    private static ChimeSdkMessagingClient client(Caller caller) {
        return ChimeSdkMessagingClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(caller.credentials()))
                .build();
    }

    private static SendChannelMessageRequest send(String content) {
        return SendChannelMessageRequest.builder()
                .channelArn(CHANNEL)
                .chimeBearer(ALICE)
                .content(content)
                .type("STANDARD")
                .persistence("PERSISTENT")
                .build();
    }

    private static ListChannelMessagesRequest list(String nextToken) {
        return ListChannelMessagesRequest.builder()
                .channelArn(CHANNEL)
                .chimeBearer(ALICE)
                .notBefore(Instant.parse("2026-01-02T03:04:05.678Z"))
                .maxResults(7)
                .nextToken(nextToken)
                .build();
    }

    private static Caller caller(String accessKeyId, String secret, Optional<String> sessionToken) {
        return new Caller(
                "arn:aws:iam::111122223333:user/" + accessKeyId, accessKeyId, Optional.of(secret), sessionToken);
    }

    private static HttpRequest withTarget(HttpRequest call, String target) {
        return new HttpRequest(call.method(), target, call.headers(), call.body(), call.receivedAt());
    }

    private static HttpRequest withHeader(HttpRequest call, String name, String value) {
        List<Header> headers = call.headers().stream()
                .map(header -> header.name().equalsIgnoreCase(name) ? new Header(name, value) : header)
                .toList();
        return new HttpRequest(call.method(), call.target(), headers, call.body(), call.receivedAt());
    }

    /** The call as if it had been received so long after the second in which it was signed. */
    private static HttpRequest receivedLater(HttpRequest call, long seconds) {
        Instant signedAt =
                AuthorizationReader.TIMESTAMP.parse(call.header("x-amz-date").orElseThrow(), Instant::from);
        return new HttpRequest(
                call.method(), call.target(), call.headers(), call.body(), signedAt.plusSeconds(seconds));
    }
}
