package io.github.chimefake;

import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceUnavailableException;

/** What a page that a browser on this machine shows can do without a signature. */
class UnsignedRequestsTest {
    private static final String ORIGIN = "Origin: https://evil.example";
    private static final String BODY = "{\"Content\":\"hello\",\"Type\":\"STANDARD\",\"Persistence\":\"PERSISTENT\","
            + "\"ClientRequestToken\":\"token\"}";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final String path = "/channels/" + URLEncoder.encode(general.arn(), StandardCharsets.UTF_8) + "/messages";

    private int send(String target, String... headers) throws IOException {
        List<String> lines = new ArrayList<>(List.of("POST " + target + " HTTP/1.1"));
        lines.addAll(List.of(headers));
        lines.add("Host: " + chime.endpoint().getAuthority());
        lines.add("x-amz-chime-bearer: " + alice.arn());
        lines.add("Connection: close");
        lines.add("Content-Length: " + BODY.length());
        return PlainSocket.send(chime.endpoint().getPort(), lines, BODY).status();
    }

    static Stream<List<String>> headersOfPages() {
        return Stream.of(
                List.of(ORIGIN),
                List.of("origin: null"),
                List.of(ORIGIN, "Content-Type: text/plain"),
                List.of("Sec-Fetch-Site: cross-site"),
                List.of("Sec-Fetch-Site: same-site"),
                List.of(ORIGIN, "Authorization: Basic YTpi"),
                List.of(ORIGIN, "Authorization: "),
                List.of(ORIGIN, "Authorization: AWS4-HMAC-SHA256 Credential=AKIAUNKNOWN000000000"));
    }

    @ParameterizedTest
    @MethodSource("headersOfPages")
    void thatAPageSendsUseUpNoFault(List<String> headers) throws IOException {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(1).fail(SERVICE_UNAVAILABLE);

        assertThat(send(path, headers.toArray(String[]::new))).isIn(400, 403);

        assertThat(chime.journal().calls()).hasSize(1);
        assertThat(chime.client()
                        .sendChannelMessage(Requests.send(alice, general, "hello"))
                        .messageId())
                .isNotEmpty();
        assertThat(chime.journal().calls().get(1).attempts()).hasSize(2);
    }

    private static String presignedBy(String accessKeyId) {
        String now = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
        return "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=" + accessKeyId + "%2F" + now.substring(0, 8)
                + "%2Fus-east-1%2Fchime%2Faws4_request&X-Amz-Date=" + now
                + "&X-Amz-Expires=60&X-Amz-SignedHeaders=host%3Bx-amz-chime-bearer&X-Amz-Signature=" + "0".repeat(64);
    }

    @Test
    void presignedOnesOfAPageUseUpNoFault() throws IOException {
        String known = chime.caller("user/app").credentials().accessKeyId();
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(SERVICE_UNAVAILABLE);

        assertThat(send(path + presignedBy("AKIAUNKNOWN000000000"), ORIGIN)).isEqualTo(201);
        assertThat(send(path + presignedBy(known), ORIGIN)).isEqualTo(403);

        assertThat(send(path + presignedBy("AKIAUNKNOWN000000000"))).isEqualTo(503);
    }

    @Test
    void onesOfAPageThatAreSignedWronglyUseUpNoFault() throws IOException {
        String known = chime.caller("user/app").credentials().accessKeyId();
        String scope = presignedBy(known)
                .replaceAll(".*Credential=(.*)&X-Amz-Date=.*", "$1")
                .replace("%2F", "/");
        String date = presignedBy(known).replaceAll(".*X-Amz-Date=(.*)&X-Amz-Expires.*", "$1");
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(SERVICE_UNAVAILABLE);

        assertThat(send(
                        path,
                        ORIGIN,
                        "X-Amz-Date: " + date,
                        "Authorization: AWS4-HMAC-SHA256 Credential=" + scope
                                + ", SignedHeaders=host;x-amz-chime-bearer;x-amz-date, Signature=" + "0".repeat(64)))
                .isEqualTo(403);

        assertThat(send(path)).isEqualTo(503);
    }

    static Stream<List<String>> headersWithASecret() {
        return Stream.of(
                List.of("Authorization: Bearer hush"),
                List.of("Authorization: Basic hush"),
                List.of("Authorization: hush"),
                List.of("Authorization: Bearer a=1,hush=2"),
                List.of("Authorization: Bearer Credential=hush, Signature=hush"),
                List.of("Authorization: AWS AKID:hush"),
                List.of("Authorization: AWS4-HMAC-SHA256 Credential=AKID/20261130/us-east-1/chime/aws4_request,"
                        + " SignedHeaders=host, Signature=hush"),
                List.of(
                        "X-Amz-Date: 20261130T000000Z",
                        "Authorization: AWS4-HMAC-SHA256 Credential=hu/hush/20261130/us-east-1/chime/aws4_request,"
                                + " SignedHeaders=host, Signature=hush"),
                List.of(
                        "X-Amz-Date: x",
                        "Authorization: AWS4-HMAC-SHA256 Credential=AKID/a/b/c/d, SignedHeaders=host,"
                                + " Signature=hush"));
    }

    @ParameterizedTest
    @MethodSource("headersWithASecret")
    void leaveNoSecretOfTheirHeaderInTheJournal(List<String> headers) throws IOException {
        assertThat(send(path, headers.toArray(String[]::new))).isEqualTo(400);
        assertThat(send("/?Action=GetCallerIdentity&Version=2011-06-15", headers.toArray(String[]::new)))
                .isGreaterThanOrEqualTo(400);

        assertThat(chime.journal().toString()).contains("IncompleteSignature").doesNotContain("hush");
        assertThat(chime.journal().calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.toString()).doesNotContain("hush");
            assertThat(call.caller().toString()).doesNotContain("hush");
            assertThat(call.attempts().toString()).doesNotContain("hush");
            call.lastAttempt()
                    .errorResponse()
                    .ifPresent(error ->
                            assertThat(error.message() + error.explanation()).doesNotContain("hush"));
        });
    }

    @Test
    void thatAPageSendsAreNotEvenShownToThePredicateOfAFault() throws IOException {
        AtomicInteger shown = new AtomicInteger();
        chime.faults()
                .matching(SendChannelMessageRequest.class, request -> shown.incrementAndGet() > 0)
                .loseResponse();

        assertThat(send(path, ORIGIN)).isEqualTo(403);

        assertThat(shown).hasValue(0);
    }

    @Test
    void thatAProgramSendsMeetFaultsAsEver() throws IOException {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(SERVICE_UNAVAILABLE);

        assertThat(send(path)).isEqualTo(503);
        assertThat(send(path + "?another")).isEqualTo(403);
    }

    @Test
    void signedOnesOfAPageMeetFaultsAsEver() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(SERVICE_UNAVAILABLE);
        SendChannelMessageRequest ofPage = Requests.send(alice, general, "hello").toBuilder()
                .overrideConfiguration(request ->
                        request.putHeader("Origin", "http://localhost:3000").putHeader("Sec-Fetch-Site", "cross-site"))
                .build();

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> chime.clients().withoutRetries().client().sendChannelMessage(ofPage));
    }

    @ParameterizedTest
    @MethodSource("headersOfPages")
    void changeNoStateAndUseUpNoRuleAndNoRate(List<String> headers) throws IOException {
        chime.rates().perBearer(1);
        AtomicInteger judged = new AtomicInteger();
        chime.permissions()
                .matching(SendChannelMessageRequest.class, request -> judged.incrementAndGet() < 0)
                .deny();

        send(path, headers.toArray(String[]::new));
        send("/channels", headers.toArray(String[]::new));
        send("/app-instances", headers.toArray(String[]::new));

        assertThat(judged).hasValue(0);
        assertThat(chime.client()
                        .listChannelMessages(
                                list -> list.channelArn(general.arn()).chimeBearer(alice.arn()))
                        .channelMessages())
                .isEmpty();
        assertThat(chime.clients().identityClient().listAppInstances(all -> {}).appInstances())
                .hasSize(1);
    }
}
