package io.github.chimefake.internal.journal;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.internal.exchange.CallFixture.BOB;
import static io.github.chimefake.internal.exchange.CallFixture.BROWSER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

class JournalEntryPrinterTest {
    private static final CallResult.Outcome SENT =
            new CallResult.Success(SendChannelMessageResponse.builder().build());
    private static final CallResult.Outcome FORBIDDEN = new CallResult.Failure(
            new ServiceError(ChimeError.FORBIDDEN, "You may not.", "bob is no member.", Provenance.DOCUMENTED));

    private static JournalAttempt attempt(int number, int status, CallResult.Outcome outcome) {
        return new JournalAttempt(number, status, Optional.of("id"), Optional.of(outcome), Optional.empty());
    }

    private static String print(CallFixture fixture, JournalAttempt... attempts) {
        return JournalEntryPrinter.print(new JournalEntry(
                        "POST", "/channels/general/messages", Optional.of(fixture.bind()), List.of(attempts)))
                .replace(System.lineSeparator(), "\n");
    }

    @Test
    void printsUserChannelCallerAndStatus() {
        assertThat(print(CallFixture.of(SEND_CHANNEL_MESSAGE).by(BOB).by(BROWSER), attempt(1, 201, SENT)))
                .isEqualTo("""
                        SendChannelMessage by bob in general, signed by arn:aws:sts::111122223333:assumed-role/browser/session
                            201""");
    }

    @Test
    void printsNoUserForACallWithoutABearer() {
        assertThat(print(CallFixture.of(SEND_CHANNEL_MESSAGE).withoutBearer(), attempt(1, 201, SENT)))
                .startsWith("SendChannelMessage in general, signed by ");
    }

    @Test
    void printsAnErrorWithItsReasonAndProvenance() {
        assertThat(print(CallFixture.of(SEND_CHANNEL_MESSAGE), attempt(1, 403, FORBIDDEN)))
                .isEqualTo("""
                        SendChannelMessage by alice in general, signed by arn:aws:sts::111122223333:assumed-role/backend/session
                            403 ForbiddenException: You may not.
                              because: bob is no member. [DOCUMENTED]""");
    }

    @Test
    void printsEachAttemptOfACall() {
        assertThat(print(CallFixture.of(SEND_CHANNEL_MESSAGE), attempt(1, 403, FORBIDDEN), attempt(2, 201, SENT)))
                .isEqualTo("""
                        SendChannelMessage by alice in general, signed by arn:aws:sts::111122223333:assumed-role/backend/session
                            attempt 1: 403 ForbiddenException: You may not.
                              because: bob is no member. [DOCUMENTED]
                            attempt 2: 201""");
    }

    @Test
    void printsAConnectionFaultBeforeTheResponseThatItReplaced() {
        JournalAttempt lost = new JournalAttempt(
                1, 503, Optional.of("id"), Optional.of(FORBIDDEN), Optional.of(ConnectionFault.RESET));

        assertThat(print(CallFixture.of(SEND_CHANNEL_MESSAGE), lost))
                .contains("\n    connection reset instead of the response 503 ForbiddenException: You may not.\n");
    }

    @Test
    void printsThatAStubAnswered() {
        JournalAttempt stubbed = new JournalAttempt(1, 200, Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(print(CallFixture.of(SEND_CHANNEL_MESSAGE), stubbed))
                .endsWith("\n    200 from a WireMock stub of the test");
    }

    @Test
    void printsMethodAndPathOfARequestOfNoOperation() {
        assertThat(JournalEntryPrinter.print(
                        new JournalEntry("GET", "/chanels?a=b", Optional.empty(), List.of(attempt(1, 403, FORBIDDEN)))))
                .startsWith("GET /chanels?a=b" + System.lineSeparator() + "    403 ForbiddenException");
    }
}
