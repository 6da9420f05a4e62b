package io.github.chimefake.internal.journal;

import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.internal.exchange.CallFixture.ALICE;
import static io.github.chimefake.internal.exchange.CallFixture.BOB;
import static io.github.chimefake.internal.exchange.CallFixture.BROWSER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipError;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ErrorCode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

class JournalEntryPrinterTest {
    private static final AttemptFixture SENT = AttemptFixture.succeeded();
    private static final AttemptFixture FORBIDDEN = AttemptFixture.forbidden("You may not.", "bob is no member.");

    private static String print(CallFixture fixture, AttemptFixture... attempts) {
        return new JournalEntry(
                        "POST",
                        "/channels/general/messages",
                        Optional.of(fixture.bind()),
                        Stream.of(attempts).map(AttemptFixture::build).toList(),
                        true)
                .toString()
                .replace(System.lineSeparator(), "\n");
    }

    private static String heading(CallFixture fixture) {
        return print(fixture, SENT).lines().findFirst().orElseThrow();
    }

    // What was asked

    @Test
    void printsUserChannelCallerAndStatus() {
        assertThat(print(CallFixture.of(SEND_CHANNEL_MESSAGE).by(BOB).by(BROWSER), SENT))
                .isEqualTo("""
                        SendChannelMessage by bob in general, signed by role browser (session session)
                            201""");
    }

    @Test
    void printsNoUserForACallWithoutABearer() {
        assertThat(heading(CallFixture.of(SEND_CHANNEL_MESSAGE).withoutBearer()))
                .startsWith("SendChannelMessage in general, signed by ");
    }

    @Test
    void printsTheBeginningOfAText() {
        SendChannelMessageRequest request = SendChannelMessageRequest.builder()
                .content("line one\nline two " + "x".repeat(100))
                .metadata("private")
                .clientRequestToken("token")
                .build();

        assertThat(heading(CallFixture.of(SEND_CHANNEL_MESSAGE).sending(request)))
                .startsWith("SendChannelMessage \"line one line two xxxxxxxxxxxxxxxxxxxxxx…\" by ");
    }

    @Test
    void printsWhomARequestNames() {
        assertThat(heading(CallFixture.of(CREATE_CHANNEL_MEMBERSHIP)
                        .sending(CreateChannelMembershipRequest.builder()
                                .memberArn(BOB.arn())
                                .build())))
                .startsWith("CreateChannelMembership of bob by alice in general, ");
    }

    @Test
    void printsTheBeginningOfAPageToken() {
        assertThat(heading(CallFixture.of(LIST_CHANNEL_MESSAGES)
                        .sending(ListChannelMessagesRequest.builder()
                                .nextToken("abcdefghijkl")
                                .build())))
                .startsWith("ListChannelMessages page abcdefgh… by ");
    }

    @Test
    void printsMethodAndPathOfARequestOfNoOperation() {
        assertThat(new JournalEntry("GET", "/chanels?a=b", Optional.empty(), List.of(FORBIDDEN.build()), true))
                .asString()
                .startsWith("GET /chanels?a=b" + System.lineSeparator() + "    403 ForbiddenException");
    }

    @Test
    void printsNoCharacterThatATerminalObeys() {
        assertThat(heading(CallFixture.of(SEND_CHANNEL_MESSAGE)
                        .sending(SendChannelMessageRequest.builder()
                                .content("\u001b[31mred\u2028\u0000end")
                                .build())))
                .startsWith("SendChannelMessage \" [31mred end\" by ");
    }

    @Test
    void printsNoTextIfTextsAreSwitchedOff() {
        CallFixture fixture = CallFixture.of(SEND_CHANNEL_MESSAGE)
                .sending(SendChannelMessageRequest.builder().content("hello").build());

        assertThat(new JournalEntry("POST", "/", Optional.of(fixture.bind()), List.of(SENT.build()), false))
                .asString()
                .startsWith("SendChannelMessage by alice");
    }

    // What became of it

    @Test
    void printsAnErrorWithItsReasonAndProvenance() {
        assertThat(print(CallFixture.of(SEND_CHANNEL_MESSAGE), FORBIDDEN)).isEqualTo("""
                        SendChannelMessage by alice in general, signed by role backend (session session)
                            403 ForbiddenException: You may not.
                              because: bob is no member. [DOCUMENTED]""");
    }

    @Test
    void printsEachAttemptOfACallWithThePauseBeforeIt() {
        assertThat(print(
                        CallFixture.of(SEND_CHANNEL_MESSAGE),
                        FORBIDDEN,
                        SENT.numbered(2).received(2, Duration.ofMillis(1_350))))
                .isEqualTo("""
                        SendChannelMessage by alice in general, signed by role backend (session session)
                            attempt 1: 403 ForbiddenException: You may not.
                              because: bob is no member. [DOCUMENTED]
                            attempt 2 (1.4 s later): 201""");
    }

    @Test
    void printsThatAResponseWasLost() {
        assertThat(print(CallFixture.of(SEND_CHANNEL_MESSAGE), SENT.brokenBy(ConnectionFault.CLOSE)))
                .endsWith("\n    connection closed instead of the response 201");
    }

    @Test
    void printsNoResponseToARequestThatWasLost() {
        AttemptFixture lost = AttemptFixture.ended(
                        503,
                        new CallResult.RequestLost(ServiceError.of(
                                Layer.FAULT, ChimeError.SERVICE_UNAVAILABLE, "A fault did it.", Provenance.REQUESTED)))
                .brokenBy(ConnectionFault.RESET);

        assertThat(print(CallFixture.of(SEND_CHANNEL_MESSAGE), lost))
                .endsWith("\n    connection reset before the request reached the service"
                        + "\n      because: A fault did it. [REQUESTED]");
    }

    @Test
    void printsADelay() {
        assertThat(print(CallFixture.of(SEND_CHANNEL_MESSAGE), SENT.delayedBy(Duration.ofSeconds(2))))
                .endsWith("\n    201, delayed by 2 s");
    }

    @Test
    void printsThatTheClientDidNotWaitForADelayedResponse() {
        assertThat(print(
                        CallFixture.of(SEND_CHANNEL_MESSAGE),
                        SENT.delayedBy(Duration.ofSeconds(2)),
                        SENT.numbered(2).received(2, Duration.ofSeconds(1))))
                .endsWith("\n    attempt 1: 201, delayed by 2 s; the client did not wait for it"
                        + "\n    attempt 2 (1 s later): 201");
    }

    @Test
    void printsThatTheClientDidNotWaitForAResponseThatTookLong() {
        assertThat(print(
                        CallFixture.of(SEND_CHANNEL_MESSAGE),
                        SENT.processedAfter(2),
                        SENT.numbered(2).received(2, Duration.ofMillis(20))))
                .endsWith("\n    attempt 1: 201; the client did not wait for it\n    attempt 2 (20 ms later): 201");
    }

    @Test
    void printsWhichMembersOfABatchFailed() {
        BatchCreateChannelMembershipRequest request = BatchCreateChannelMembershipRequest.builder()
                .memberArns(ALICE.arn(), BOB.arn())
                .build();
        BatchCreateChannelMembershipResponse response = BatchCreateChannelMembershipResponse.builder()
                .errors(BatchCreateChannelMembershipError.builder()
                        .memberArn(BOB.arn())
                        .errorCode(ErrorCode.CONFLICT)
                        .build())
                .build();

        assertThat(print(
                        CallFixture.of(BATCH_CREATE_CHANNEL_MEMBERSHIP).sending(request),
                        AttemptFixture.responded(200, response)))
                .endsWith("\n    200, 1 of 2 failed: bob Conflict");
    }

    @Test
    void printsThatAStubResponded() {
        assertThat(print(CallFixture.of(SEND_CHANNEL_MESSAGE), AttemptFixture.stubbed(200)))
                .endsWith("\n    200 from a WireMock stub of the test");
    }
}
