package io.github.chimefake.internal.journal;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.internal.exchange.CallFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

/** What becomes one entry and what another; {@code JournalTest} of the root shows what entries hold. */
class JournalEntriesTest {
    private final DefaultJournal journal = new DefaultJournal(2);

    private void record(CallFixture fixture) {
        Call call = fixture.bind();
        CallResult answer =
                CallResult.success(SendChannelMessageResponse.builder().build());
        journal.record(
                call.http(),
                Optional.of(call),
                new JournalAttempt(
                        call.attempt().number(),
                        201,
                        Optional.of("request-id"),
                        Optional.of(answer.outcome()),
                        Optional.empty()));
    }

    @Test
    void attemptsOfOneInvocationAreOneEntry() {
        record(CallFixture.of(SEND_CHANNEL_MESSAGE).attempt("a", 1));
        record(CallFixture.of(SEND_CHANNEL_MESSAGE).attempt("a", 2));

        assertThat(journal.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.attempts())
                        .extracting(RecordedAttempt::number)
                        .containsExactly(1, 2));
    }

    @Test
    void attemptsOfTwoInvocationsAreTwoEntries() {
        record(CallFixture.of(SEND_CHANNEL_MESSAGE).attempt("a", 1));
        record(CallFixture.of(SEND_CHANNEL_MESSAGE).attempt("b", 1));

        assertThat(journal.calls()).hasSize(2);
    }

    @Test
    void attemptsWithoutAnInvocationIdAreAnEntryEach() {
        record(CallFixture.of(SEND_CHANNEL_MESSAGE));
        record(CallFixture.of(SEND_CHANNEL_MESSAGE));

        assertThat(journal.calls()).hasSize(2);
    }

    @Test
    void anInvocationKeepsItsPlaceWhenItIsRetried() {
        record(CallFixture.of(SEND_CHANNEL_MESSAGE).attempt("a", 1));
        record(CallFixture.of(LIST_CHANNELS).attempt("b", 1));
        record(CallFixture.of(SEND_CHANNEL_MESSAGE).attempt("a", 2));

        assertThat(journal.calls())
                .extracting(call -> call.operation().orElseThrow())
                .containsExactly(SEND_CHANNEL_MESSAGE, LIST_CHANNELS);
    }

    @Test
    void aRetryEvictsNothing() {
        record(CallFixture.of(SEND_CHANNEL_MESSAGE).attempt("a", 1));
        record(CallFixture.of(LIST_CHANNELS).attempt("b", 1));
        record(CallFixture.of(LIST_CHANNELS).attempt("b", 2));

        assertThat(journal.calls()).hasSize(2);
        assertThat(journal.evictedCalls()).isZero();
    }

    @Test
    void theOldestEntryGoesFirst() {
        record(CallFixture.of(SEND_CHANNEL_MESSAGE).attempt("a", 1));
        record(CallFixture.of(LIST_CHANNELS).attempt("b", 1));
        record(CallFixture.of(LIST_CHANNELS).attempt("c", 1));

        assertThat(journal.calls(SEND_CHANNEL_MESSAGE)).isEmpty();
        assertThat(journal.calls()).hasSize(2);
        assertThat(journal.evictedCalls()).isOne();
    }

    @Test
    void clearingForgetsEverything() {
        record(CallFixture.of(SEND_CHANNEL_MESSAGE));
        record(CallFixture.of(SEND_CHANNEL_MESSAGE));
        record(CallFixture.of(SEND_CHANNEL_MESSAGE));
        journal.recordLate(
                CallFixture.of(SEND_CHANNEL_MESSAGE).http(),
                Optional.empty(),
                new JournalAttempt(1, 410, Optional.empty(), Optional.empty(), Optional.empty()));

        journal.clear();

        assertThat(journal.calls()).isEmpty();
        assertThat(journal.lateCalls()).isEmpty();
        assertThat(journal.evictedCalls()).isZero();
    }

    @Test
    void lateCallsAreBoundedToo() {
        for (int i = 0; i < 5; i++) {
            journal.recordLate(
                    CallFixture.of(SEND_CHANNEL_MESSAGE).http(),
                    Optional.empty(),
                    new JournalAttempt(1, 410, Optional.empty(), Optional.empty(), Optional.empty()));
        }

        assertThat(journal.lateCalls()).hasSize(2);
    }

    @Test
    void bodiesAreNotKept() {
        Call withBody = withBody(CallFixture.of(SEND_CHANNEL_MESSAGE).by(ALICE).bind());
        journal.record(
                withBody.http(),
                Optional.of(withBody),
                new JournalAttempt(1, 201, Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(JournalEntry.call(journal.calls().get(0))
                        .orElseThrow()
                        .http()
                        .body())
                .isEmpty();
    }

    private static Call withBody(Call call) {
        HttpRequest http = new HttpRequest(
                "POST", "/channels/general/messages", List.of(), "{}".getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        return new Call(
                http,
                call.authorization(),
                call.operation(),
                call.request(),
                call.validationError(),
                call.caller(),
                call.bearer(),
                call.resources(),
                call.attempt());
    }

    @Test
    void holdsAtLeastOneCall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DefaultJournal(0))
                .withMessage("A journal of 0 calls: it must hold at least 1");
    }
}
