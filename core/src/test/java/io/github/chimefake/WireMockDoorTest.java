package io.github.chimefake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.github.chimefake.Requests.contents;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

@Tag("slow")
class WireMockDoorTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final WireMockServer wireMock = chime.unwrap(WireMockServer.class);
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final ChimeSdkMessagingClient client =
            chime.clients().withoutRetries().client();

    private StubMapping stubSending() {
        return wireMock.stubFor(post(urlPathMatching("/channels/[^/]+/messages"))
                .willReturn(okJson("{\"MessageId\":\"stubbed\"}").withStatus(201)));
    }

    private String message() {
        return client.sendChannelMessage(send(alice, general, "hello")).messageId();
    }

    private RecordedCall lastCall() {
        return chime.journal().calls().get(chime.journal().calls().size() - 1);
    }

    private void assertTheFakeAnswers() {
        assertThat(message()).hasSize(64);
        assertThat(lastCall().isStubbed()).isFalse();
    }

    // The door

    @Test
    void givesTheWireMockServerThatTheFakeStandsOn() {
        assertThat(wireMock.port()).isEqualTo(chime.endpoint().getPort());
    }

    @Test
    void givesNothingElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.unwrap(String.class))
                .withMessage("unwrap(java.lang.String): the fake runs on a"
                        + " com.github.tomakehurst.wiremock.WireMockServer. Call unwrap(WireMockServer.class)");
    }

    // Stubs

    @Test
    void aStubWinsOverTheFake() {
        stubSending();

        assertThat(message()).isEqualTo("stubbed");

        assertThat(lastCall().isStubbed()).isTrue();
        assertThat(lastCall().lastAttempt().status()).isEqualTo(201);
        assertThat(contents(client, alice, general)).isEmpty();
    }

    @Test
    void theFakeAnswersWhatNoStubMatches() {
        stubSending();

        assertThat(client.describeChannel(describe(alice, general)).channel().name())
                .isEqualTo("general");
    }

    @Test
    void aStubOfTheLowestUsualPriorityWinsOverTheFake() {
        wireMock.stubFor(any(anyUrl()).atPriority(1_000_000).willReturn(okJson("{\"MessageId\":\"stubbed\"}")));

        assertThat(message()).isEqualTo("stubbed");
    }

    @Test
    void theFakeAnswersAgainWhenTheStubIsRemoved() {
        StubMapping stub = stubSending();
        assertThat(message()).isEqualTo("stubbed");

        wireMock.removeStub(stub);

        assertTheFakeAnswers();
    }

    @Test
    void theFakeAnswersAgainAfterEveryStubIsRemovedItsOwnIncluded() {
        stubSending();

        wireMock.getStubMappings().forEach(wireMock::removeStub);

        assertTheFakeAnswers();
    }

    @Test
    void theFakeAnswersAgainAfterAllOfWireMockIsReset() {
        stubSending();

        wireMock.resetAll();

        assertTheFakeAnswers();
    }

    @Test
    void theFakeAnswersAgainAfterTheMappingsAreReset() {
        stubSending();

        wireMock.resetMappings();

        assertTheFakeAnswers();
    }

    @Test
    void theFakeAnswersAgainAfterTheMappingsAreResetToTheDefault() {
        stubSending();

        wireMock.resetToDefaultMappings();

        assertTheFakeAnswers();
    }

    @Test
    void theJournalHasTheStatusThatAStubReallyAnsweredWith() {
        wireMock.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(418)));

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(this::message)
                .returns(418, ChimeSdkMessagingException::statusCode);

        assertThat(lastCall().lastAttempt().status()).isEqualTo(418);
    }

    @Test
    void aStubMayBreakTheConnection() {
        wireMock.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThatExceptionOfType(RuntimeException.class).isThrownBy(this::message);

        assertThat(lastCall().isStubbed()).isTrue();
    }

    @Test
    void aStubForWhatIsNoOperationIsInTheJournalToo() throws IOException, InterruptedException {
        wireMock.stubFor(any(anyUrl()).willReturn(aResponse().withBody("pong")));

        assertThat(RawRequest.of("GET", "/ping").sendTo(chime).body()).isEqualTo("pong");

        assertThat(lastCall().target()).isEqualTo("/ping");
        assertThat(lastCall().operation()).isEmpty();
        assertThat(lastCall().isStubbed()).isTrue();
    }

    // WireMock's own record

    @Test
    void wireMocksVerificationWorksOnCallsThatTheFakeAnswered() {
        message();

        wireMock.verify(
                1,
                postRequestedFor(urlPathMatching("/channels/.*/messages"))
                        .withHeader("x-amz-chime-bearer", equalTo(alice.arn()))
                        .withRequestBody(matchingJsonPath("$.Content", equalTo("hello"))));
        wireMock.verify(0, getRequestedFor(anyUrl()));
        assertThat(wireMock.findAllUnmatchedRequests()).isEmpty();
    }

    @Test
    void wireMocksRecordIsBounded() throws IOException, InterruptedException {
        int bound = 1_000;
        for (int number = 1; number <= bound; number++) {
            RawRequest.of("GET", "/early").sendTo(chime);
        }
        RawRequest.of("GET", "/late").sendTo(chime);

        assertThat(wireMock.findAll(anyRequestedFor(anyUrl()))).hasSize(bound);
        wireMock.verify(1, getRequestedFor(urlPathMatching("/late")));
    }

    @Test
    void wireMocksRecordCanBeCleared() {
        message();

        wireMock.resetRequests();

        wireMock.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void singleRequestsCanBeRemovedFromWireMocksRecord() {
        message();
        client.describeChannel(describe(alice, general));

        wireMock.removeServeEventsMatching(getRequestedFor(anyUrl()).build());

        wireMock.verify(0, getRequestedFor(anyUrl()));
        wireMock.verify(1, postRequestedFor(anyUrl()));
    }

    // What WireMock would do by itself

    @Test
    void aStubThatProxiesSendsNothingAnywhere() throws IOException, InterruptedException {
        ChimeMessagingServer target = fakes.start();
        wireMock.stubFor(any(anyUrl())
                .willReturn(aResponse().proxiedFrom(target.endpoint().toString())));

        int status = RawRequest.of("GET", "/channels").sendTo(chime).statusCode();

        assertThat(status).isEqualTo(500);
        assertThat(lastCall().lastAttempt().status()).isEqualTo(500);
        assertThat(target.journal().calls()).isEmpty();
    }

    @Test
    void theUsersOwnMappingsFilesAreNotLoaded() {
        WireMockServer ofTheUsers = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

        assertThat(ofTheUsers.getStubMappings())
                .as("WireMock loads the file by itself")
                .isNotEmpty();
        assertThat(wireMock.getStubMappings())
                .extracting(StubMapping::getName)
                .containsExactly("everything that no other stub matches");
        assertTheFakeAnswers();
    }
}
