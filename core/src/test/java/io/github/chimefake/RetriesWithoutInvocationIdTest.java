package io.github.chimefake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.github.chimefake.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.SocketRequest.CLI_2;
import static io.github.chimefake.SocketRequest.GO_1;
import static io.github.chimefake.SocketRequest.JAVASCRIPT_2;
import static io.github.chimefake.SocketRequest.describe;
import static io.github.chimefake.SocketRequest.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JavaScript SDK v2, AWS CLI 2.9 and Go SDK v1 keep access key, target and body while they retry, and nothing else. */
class RetriesWithoutInvocationIdTest {
    private static final int LOST = 0;

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();
    private final ChimeChannel random = chime.channel("random").members(alice).create();

    /** The clients, and how often each tries a call that keeps failing. */
    static Stream<Arguments> clients() {
        return Stream.of(
                Arguments.of(JAVASCRIPT_2, 4),
                Arguments.of(CLI_2, 3),
                Arguments.of(GO_1, 4),
                Arguments.of("of-a-client/1.0 that nobody knows", 4));
    }

    /** Sends the request so often, and returns the statuses. */
    private List<Integer> attempts(int count, SocketRequest request) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (int attempt = 1; attempt <= count; attempt++) {
            statuses.add(request.statusFrom(chime).orElse(LOST));
        }
        return statuses;
    }

    private static List<Integer> times(int count, int status) {
        return IntStream.range(0, count).mapToObj(attempt -> status).toList();
    }

    /** The statuses in the journal, a list for each call. */
    private List<List<Integer>> journal() {
        return chime.journal().calls().stream()
                .map(call ->
                        call.attempts().stream().map(RecordedAttempt::status).toList())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aFaultForOneCallAppliesToAllItsAttempts(String client, int attempts) throws IOException {
        Registration fault = chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(SERVICE_UNAVAILABLE);
        SocketRequest call = send(client, alice, general, "hello");

        assertThat(attempts(attempts, call)).isEqualTo(times(attempts, 503));
        assertThat(attempts(1, send(client, alice, general, "hello"))).containsExactly(201);

        assertThat(fault.timesApplied()).isOne();
        assertThat(journal()).containsExactly(times(attempts, 503), List.of(201));
        assertThat(chime.journal().calls().get(0).attempts())
                .extracting(RecordedAttempt::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, attempts).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("clients")
    void theSameCallAfterTheLastAttemptIsAnotherCall(String client, int attempts) throws IOException {
        Registration fault = chime.faults().on(DESCRIBE_CHANNEL).calls(2).fail(SERVICE_UNAVAILABLE);
        SocketRequest call = describe(client, alice, general);

        assertThat(attempts(2 * attempts, call)).isEqualTo(times(2 * attempts, 503));
        assertThat(attempts(1, call)).containsExactly(200);

        assertThat(fault.timesApplied()).isEqualTo(2);
        assertThat(journal()).containsExactly(times(attempts, 503), times(attempts, 503), List.of(200));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aFaultForTheFirstAttemptSparesTheRetryOfEachCall(String client) throws IOException {
        Registration fault = chime.faults().on(DESCRIBE_CHANNEL).attempts(1).fail(SERVICE_UNAVAILABLE);
        SocketRequest call = describe(client, alice, general);

        assertThat(attempts(4, call)).containsExactly(503, 200, 503, 200);

        assertThat(fault.timesApplied()).isEqualTo(2);
        assertThat(journal()).containsExactly(List.of(503, 200), List.of(503, 200));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void theNthCallIsCountedWithoutRetries(String client, int attempts) throws IOException {
        chime.faults().on(DESCRIBE_CHANNEL).nthCall(1).attempts(1).fail(SERVICE_UNAVAILABLE);
        chime.faults().on(DESCRIBE_CHANNEL).nthCall(2).fail(SERVICE_UNAVAILABLE);
        SocketRequest call = describe(client, alice, general);

        assertThat(attempts(2, call)).containsExactly(503, 200);
        assertThat(attempts(attempts, call)).isEqualTo(times(attempts, 503));
        assertThat(attempts(1, call)).containsExactly(200);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aRuleForOneCallAppliesToAllItsAttempts(String client, int attempts) throws IOException {
        Registration rule = chime.permissions().on(DESCRIBE_CHANNEL).once().deny(SERVICE_UNAVAILABLE);
        SocketRequest call = describe(client, alice, general);

        assertThat(attempts(attempts, call)).isEqualTo(times(attempts, 503));
        assertThat(attempts(1, call)).containsExactly(200);

        assertThat(rule.timesApplied()).isOne();
    }

    @Test
    void aRateLimitCountsACallThatIsThrottledAgainAndAgainOnce() throws IOException {
        Registration limit = chime.rates().on(DESCRIBE_CHANNEL).perBearer(1);
        chime.clock().freeze();
        SocketRequest call = describe(JAVASCRIPT_2, alice, general);

        assertThat(attempts(5, call)).containsExactly(200, 429, 429, 429, 429);

        assertThat(limit.timesApplied()).isOne();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            THROTTLED_CLIENT,   429, 4, 1, 4
            SERVICE_FAILURE,    500, 4, 3, 4
            SERVICE_UNAVAILABLE,503, 4, 3, 4
            NOT_IMPLEMENTED,    501, 4, 1, 1
            EXPIRED_TOKEN,      403, 4, 1, 4
            REQUEST_EXPIRED,    400, 4, 1, 4
            THROTTLING,         400, 4, 3, 4
            INVALID_SIGNATURE,  403, 1, 1, 1
            BAD_REQUEST,        400, 1, 1, 1
            UNAUTHORIZED_CLIENT,401, 1, 1, 1
            ACCESS_DENIED,      403, 1, 1, 1
            FORBIDDEN,          403, 1, 1, 1
            CONFLICT,           409, 1, 1, 1
            """)
    void onlyWhatTheClientRetriesIsFollowedByARetry(ChimeError error, int status, int javaScript, int cli, int go)
            throws IOException {
        chime.faults().on(SEND_CHANNEL_MESSAGE).by(alice).once().fail(error);
        SocketRequest byJavaScript = send(JAVASCRIPT_2, alice, general, "1");
        SocketRequest byCli = send(CLI_2, alice, general, "2");
        SocketRequest byGo = send(GO_1, alice, general, "3");

        assertFails(byJavaScript, javaScript, status);
        chime.faults().on(SEND_CHANNEL_MESSAGE).by(alice).once().fail(error);
        assertFails(byCli, cli, status);
        chime.faults().on(SEND_CHANNEL_MESSAGE).by(alice).once().fail(error);
        assertFails(byGo, go, status);
    }

    private void assertFails(SocketRequest call, int attempts, int status) throws IOException {
        assertThat(attempts(attempts, call)).isEqualTo(times(attempts, status));
        assertThat(attempts(1, call)).containsExactly(201);
    }

    @Test
    void javaScriptRetriesASignatureThatIsSaidToBeExpired() throws IOException {
        chime.faults()
                .on(DESCRIBE_CHANNEL)
                .once()
                .fail(ChimeError.INVALID_SIGNATURE, "Signature expired: 20261122T102030Z is now earlier than …");

        assertThat(attempts(5, describe(JAVASCRIPT_2, alice, general))).containsExactly(403, 403, 403, 403, 200);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void aLostResponseIsFollowedByARetry(String client, int attempts) throws IOException {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().loseResponse();
        SocketRequest call = send(client, alice, general, "hello");

        assertThat(attempts(attempts, call)).isEqualTo(times(attempts, LOST));
        assertThat(attempts(1, call)).containsExactly(201);

        assertThat(journal()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({JAVASCRIPT_2 + ", 4", CLI_2 + ", 3", "'" + GO_1 + "', 1"})
    void aLostRequestIsFollowedByARetryUnlessTheClientIsGos(String client, int attempts) throws IOException {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().loseRequest();
        SocketRequest call = send(client, alice, general, "hello");

        assertThat(attempts(attempts, call)).isEqualTo(times(attempts, LOST));
        assertThat(attempts(1, call)).containsExactly(201);
    }

    @Test
    void goMayRepeatALostReadOnceMoreThanItsAttempts() throws IOException {
        chime.faults().on(DESCRIBE_CHANNEL).once().loseResponse();
        assertThat(attempts(6, describe(GO_1, alice, general))).containsExactly(LOST, LOST, LOST, LOST, LOST, 200);

        chime.faults().on(DESCRIBE_CHANNEL).once().loseRequest();
        assertThat(attempts(3, describe(GO_1, alice, general))).containsExactly(LOST, LOST, 200);
    }

    // What is no retry

    @ParameterizedTest
    @MethodSource("clients")
    void equalCallsAfterASuccessAreTwo(String client) throws IOException {
        chime.faults().on(DESCRIBE_CHANNEL).nthCall(2).fail(SERVICE_UNAVAILABLE);

        assertThat(attempts(2, describe(client, alice, general))).containsExactly(200, 503);

        assertThat(journal()).containsExactly(List.of(200), List.of(503));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void equalCallsAfterADenialAreTwo(String client) throws IOException {
        chime.faults().on(DESCRIBE_CHANNEL).once().fail(ACCESS_DENIED);

        assertThat(attempts(2, describe(client, alice, general))).containsExactly(403, 200);

        assertThat(journal()).containsExactly(List.of(403), List.of(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"access key", "bearer", "body", "path", "query", "method"})
    void anotherRequestIsNoRetry(String difference) throws IOException {
        chime.faults().once().fail(SERVICE_UNAVAILABLE);
        SocketRequest request = send(JAVASCRIPT_2, alice, general, "hello").signedWith("AKIAFIRST00000000000");
        SocketRequest other = switch (difference) {
            case "access key" -> request.signedWith("AKIASECOND0000000000");
            case "bearer" -> request.with("x-amz-chime-bearer", bob.arn());
            case "body" -> changed(request, request.method(), request.target(), request.body() + " ");
            case "path" ->
                changed(
                        request,
                        request.method(),
                        send(JAVASCRIPT_2, alice, random, "").target(),
                        request.body());
            case "query" -> changed(request, request.method(), request.target() + "?a=b", request.body());
            default -> changed(request, "GET", request.target(), request.body());
        };
        assertThat(attempts(1, request)).containsExactly(503);

        assertThat(other.statusFrom(chime))
                .hasValueSatisfying(status -> assertThat(status).isLessThan(300));
        assertThat(journal()).hasSize(2);
    }

    private static SocketRequest changed(SocketRequest request, String method, String target, String body) {
        return new SocketRequest(method, target, request.headers(), body);
    }

    @Test
    void callsOfClientsThatSendInvocationIdsAreToldApartByThem() throws IOException {
        chime.faults().on(DESCRIBE_CHANNEL).once().fail(SERVICE_UNAVAILABLE);
        SocketRequest call = describe("aws-sdk-js/3.1142.0", alice, general);

        assertThat(call.with("amz-sdk-invocation-id", "first").statusFrom(chime))
                .contains(503);
        assertThat(call.with("amz-sdk-invocation-id", "second").statusFrom(chime))
                .contains(200);
        assertThat(call.with("amz-sdk-invocation-id", "first").statusFrom(chime))
                .contains(503);
        assertThat(call.statusFrom(chime)).contains(200);
    }

    @Test
    void aBlankInvocationIdSaysNothing() throws IOException {
        chime.faults().on(DESCRIBE_CHANNEL).nthCall(2).fail(ACCESS_DENIED);
        SocketRequest call = describe(JAVASCRIPT_2, alice, general).with("amz-sdk-invocation-id", " ");

        assertThat(attempts(3, call)).containsExactly(200, 403, 200);
    }

    @Test
    void aResetEndsTheCallsThatWereToBeRetried() throws IOException {
        SocketRequest call = describe(JAVASCRIPT_2, alice, general);
        chime.snapshots().markBaseline();
        chime.faults().on(DESCRIBE_CHANNEL).once().fail(THROTTLED_CLIENT);
        assertThat(attempts(1, call)).containsExactly(429);

        chime.reset();
        chime.faults().on(DESCRIBE_CHANNEL).attempts(1).fail(THROTTLED_CLIENT);

        assertThat(attempts(2, call)).containsExactly(429, 200);
        assertThat(journal()).containsExactly(List.of(429, 200));
    }

    // Stubs of the test's own

    static Stream<Arguments> stubs() {
        return Stream.of(
                Arguments.of(aResponse().withStatus(502), Optional.of(502)),
                Arguments.of(
                        aResponse().withStatus(400).withHeader("X-AMZN-ERRORTYPE", "Throttling"), Optional.of(400)),
                Arguments.of(aResponse().withFault(Fault.EMPTY_RESPONSE), Optional.empty()),
                Arguments.of(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("stubs")
    void aCallThatAStubLetsFailIsOneCall(ResponseDefinitionBuilder response, Optional<Integer> status)
            throws IOException {
        WireMockServer wireMock = chime.unwrap(WireMockServer.class);
        wireMock.stubFor(any(anyUrl()).willReturn(response));
        SocketRequest call = describe(CLI_2, alice, general);

        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(call.statusFrom(chime)).isEqualTo(status);
        }

        assertThat(chime.journal().calls())
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.attempts()).hasSize(3));
    }
}
