package io.github.chimefake;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.ChimeError.UNKNOWN_OPERATION;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

class JournalTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().journalCapacity(3));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser ghost = chime.appInstance().unregistered("ghost");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final ChimeSdkMessagingClient client = chime.client();

    private RecordedCall theOnlyCall() {
        assertThat(chime.journal().calls()).hasSize(1);
        return chime.journal().calls().get(0);
    }

    private void isRefused(SendChannelMessageRequest request) {
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> client.sendChannelMessage(request));
    }

    // What an entry holds

    @Test
    void holdsOperationMethodAndTarget() {
        client.describeChannel(describe(alice, general));

        assertThat(theOnlyCall().operation()).contains(DESCRIBE_CHANNEL);
        assertThat(theOnlyCall().method()).isEqualTo("GET");
        assertThat(theOnlyCall().target())
                .isEqualTo("/channels/" + general.arn().replace(":", "%3A").replace("/", "%2F"));
    }

    @Test
    void holdsTheRequestAsItWasSent() {
        SendChannelMessageRequest request = send(alice, general, "hello").toBuilder()
                .clientRequestToken("token")
                .metadata("{}")
                .build();

        client.sendChannelMessage(request);

        assertThat(theOnlyCall().request()).contains(request);
        assertThat(chime.journal().requests(SendChannelMessageRequest.class)).containsExactly(request);
    }

    @Test
    void holdsTheAnswerAsItWasReceived() {
        SendChannelMessageResponse response = client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(theOnlyCall().response().orElseThrow().equalsBySdkFields(response))
                .isTrue();
        assertThat(theOnlyCall().lastAttempt().status()).isEqualTo(201);
        assertThat(theOnlyCall().lastAttempt().requestId())
                .contains(response.responseMetadata().requestId());
        assertThat(theOnlyCall().errorResponse()).isEmpty();
    }

    @Test
    void holdsBothIdentities() {
        ChimeCaller backend = chime.caller("assumed-role/chat-backend");

        chime.clients().signedBy(backend).client().sendChannelMessage(send(alice, general, "hello"));

        assertThat(theOnlyCall().caller()).contains(backend);
        assertThat(theOnlyCall().bearer()).contains(alice.arn());
    }

    @Test
    void holdsWhyACallWasRefusedAndWhatThatRestsOn() {
        isRefused(send(ghost, general, "boo"));

        ErrorResponse serviceError = theOnlyCall().errorResponse().orElseThrow();
        assertThat(serviceError.error()).isEqualTo(UNAUTHORIZED_CLIENT);
        assertThat(serviceError.message())
                .isEqualTo("An invalid app instance user ARN was supplied for the x-amz-chime-bearer HTTP header.");
        assertThat(serviceError.explanation()).startsWith("The header x-amz-chime-bearer names " + ghost.arn());
        assertThat(serviceError.provenance()).isEqualTo(Provenance.OBSERVED);
        assertThat(theOnlyCall().response()).isEmpty();
        assertThat(chime.journal().failures()).containsExactly(theOnlyCall());
    }

    @Test
    void findsTheCallsOfOneOperation() {
        client.describeChannel(describe(alice, general));
        client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(chime.journal().calls(SEND_CHANNEL_MESSAGE))
                .singleElement()
                .returns(SEND_CHANNEL_MESSAGE, call -> call.operation().orElseThrow());
        assertThat(chime.journal().requests(DescribeChannelRequest.class)).hasSize(1);
    }

    @Test
    void keepsTheOrderOfTheCalls() {
        client.sendChannelMessage(send(alice, general, "first"));
        client.sendChannelMessage(send(alice, general, "second"));

        assertThat(chime.journal().requests(SendChannelMessageRequest.class))
                .extracting(SendChannelMessageRequest::content)
                .containsExactly("first", "second");
    }

    @Test
    void isCompleteWhenTheAnswerArrives() {
        client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(chime.journal().calls()).hasSize(1);
    }

    // Attempts

    @Test
    void holdsTheRetriesOfAnInvocationInOneEntry() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(2).fail(SERVICE_UNAVAILABLE);

        client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(theOnlyCall().attempts()).extracting(RecordedAttempt::number).containsExactly(1, 2, 3);
        assertThat(theOnlyCall().attempts()).extracting(RecordedAttempt::status).containsExactly(503, 503, 201);
        assertThat(theOnlyCall().attempts())
                .extracting(RecordedAttempt::requestId)
                .doesNotHaveDuplicates();
    }

    @Test
    void anInvocationThatSucceedsInTheEndWasNotRefused() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(1).fail(SERVICE_UNAVAILABLE);

        client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(chime.journal().failures()).isEmpty();
        assertThat(theOnlyCall().attempts().get(0).errorResponse())
                .hasValueSatisfying(
                        serviceError -> assertThat(serviceError.error()).isEqualTo(SERVICE_UNAVAILABLE));
    }

    @Test
    void twoInvocationsAreTwoEntries() {
        client.sendChannelMessage(send(alice, general, "hello"));
        client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(chime.journal().calls()).hasSize(2);
    }

    // What is no call of an operation

    @Test
    void holdsAnUnknownRoute() throws IOException, InterruptedException {
        RawRequest.of("PATCH", "/chanels").sendTo(chime);

        assertThat(theOnlyCall().method()).isEqualTo("PATCH");
        assertThat(theOnlyCall().target()).isEqualTo("/chanels");
        assertThat(theOnlyCall().operation()).isEmpty();
        assertThat(theOnlyCall().request()).isEmpty();
        assertThat(theOnlyCall().errorResponse())
                .hasValueSatisfying(
                        serviceError -> assertThat(serviceError.error()).isEqualTo(UNKNOWN_OPERATION));
    }

    // Stubs

    @Test
    void holdsACallThatAStubOfTheTestsAnsweredAndSaysSo() {
        chime.unwrap(WireMockServer.class).stubFor(any(anyUrl()).willReturn(serviceUnavailable()));

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> chime.clients().withoutRetries().client().describeChannel(describe(alice, general)));

        assertThat(theOnlyCall().operation()).contains(DESCRIBE_CHANNEL);
        assertThat(theOnlyCall().request()).contains(describe(alice, general));
        assertThat(theOnlyCall().bearer()).contains(alice.arn());
        assertThat(theOnlyCall().caller()).contains(chime.caller());
        assertThat(theOnlyCall().isStubbed()).isTrue();
        assertThat(theOnlyCall().lastAttempt().status()).isEqualTo(503);
        assertThat(theOnlyCall().errorResponse()).isEmpty();
    }

    @Test
    void aCallThatTheFakeAnsweredIsNotMarkedAsStubbed() {
        client.describeChannel(describe(alice, general));

        assertThat(theOnlyCall().isStubbed()).isFalse();
    }

    // Its bound

    @Test
    void dropsTheOldestCallsWhenItIsFullAndSaysHowMany() {
        for (int number = 1; number <= 5; number++) {
            client.sendChannelMessage(send(alice, general, "message " + number));
        }

        assertThat(chime.journal().requests(SendChannelMessageRequest.class))
                .extracting(SendChannelMessageRequest::content)
                .containsExactly("message 3", "message 4", "message 5");
        assertThat(chime.journal().evictedCalls()).isEqualTo(2);
    }

    // Its printout

    private static String lines(String... lines) {
        return Stream.of(lines).map(line -> line + System.lineSeparator()).collect(joining());
    }

    @Test
    void printsEachCallWithItsAnswerAndTheReason() throws IOException, InterruptedException {
        client.sendChannelMessage(send(alice, general, "hello"));
        isRefused(send(ghost, general, "boo"));
        RawRequest.of("GET", "/chanels").sendTo(chime);

        String appInstanceId = chime.appInstance().arn().replaceAll(".*/", "");
        assertThat(chime.journal())
                .hasToString(lines(
                        "1. SendChannelMessage \"hello\" by alice in general, signed by IAM user test",
                        "    201",
                        "2. SendChannelMessage \"boo\" by ghost in general, signed by IAM user test",
                        "    401 UnauthorizedClientException: An invalid app instance user ARN was supplied for the"
                                + " x-amz-chime-bearer HTTP",
                        "            header.",
                        "      because: The header x-amz-chime-bearer names user/ghost, which is not registered, or"
                                + " was deleted. Register the",
                        "              user before the call. Registered in app-instance/" + appInstanceId
                                + ": user/alice.",
                        "              [OBSERVED]",
                        "3. GET /chanels",
                        "    404 UnknownOperationException: The requested operation does not exist.",
                        "      because: No operation is GET /chanels. The nearest operation is "
                                + "ListChannels, GET /channels. [ASSUMED]"));
    }

    @Test
    void printsEachAttemptOfACallThatWasRetried() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(1).fail(SERVICE_UNAVAILABLE);

        client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(chime.journal().toString().replaceAll("\\(\\d[\\d.]* m?s later\\)", "(later)"))
                .isEqualTo(lines(
                        "1. SendChannelMessage \"hello\" by alice in general, signed by IAM user test",
                        "    attempt 1: 503 ServiceUnavailableException: The service is currently unavailable.",
                        "      because: A fault of this test makes SendChannelMessage fail with ServiceUnavailableException; the call did"
                                + " not",
                        "              reach the service. [REQUESTED]",
                        "    attempt 2 (later): 201"));
    }

    @Test
    void printsThatAStubAnsweredAndThatAnAnswerWasLost() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).loseResponse();
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() ->
                        chime.clients().withoutRetries().client().sendChannelMessage(send(alice, general, "hello")));
        chime.unwrap(WireMockServer.class).stubFor(any(anyUrl()).willReturn(serviceUnavailable()));
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> chime.clients().withoutRetries().client().describeChannel(describe(alice, general)));

        assertThat(chime.journal())
                .hasToString(lines(
                        "1. SendChannelMessage \"hello\" by alice in general, signed by IAM user test",
                        "    connection closed instead of the response 201",
                        "      fault: SendChannelMessage, always: carry out, but lose the response",
                        "2. DescribeChannel by alice in general, signed by IAM user test",
                        "    503 from a WireMock stub of the test"));
    }

    @Test
    void printsThatCallsAreGone() {
        for (int number = 1; number <= 4; number++) {
            client.describeChannel(describe(alice, general));
        }

        assertThat(chime.journal().toString())
                .startsWith(lines(
                        "(the oldest call was dropped: the journal holds 3)",
                        "2. DescribeChannel by alice in general, signed by IAM user test"));
    }

    @Test
    void doesNotPrintTheSecretOfACaller() {
        client.describeChannel(describe(alice, general));

        String secret = chime.caller().credentials().secretAccessKey();
        assertThat(chime.journal().toString()).doesNotContain(secret);
        assertThat(theOnlyCall().caller().orElseThrow().toString()).doesNotContain(secret);
    }
}
