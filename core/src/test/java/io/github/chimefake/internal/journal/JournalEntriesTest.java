package io.github.chimefake.internal.journal;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.internal.exchange.CallFixture.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes one entry and what another; {@code JournalTest} of the root shows what entries hold. */
class JournalEntriesTest {
    private final DefaultJournal journal = new DefaultJournal(2, true, new FakeLifetime());
    private long received;

    private void record(CallFixture fixture) {
        received++;
        record(fixture, received);
    }

    private void record(CallFixture fixture, long order) {
        Call call = fixture.bind();
        journal.record(
                call.http(),
                Optional.of(call),
                AttemptFixture.succeeded()
                        .numbered(call.attempt().number())
                        .received(order, Duration.ZERO)
                        .build());
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
    void attemptsAreInTheOrderInWhichTheyWereReceived() {
        record(CallFixture.of(SEND_CHANNEL_MESSAGE).attempt("a", 2), 2);
        record(CallFixture.of(SEND_CHANNEL_MESSAGE).attempt("a", 1), 1);

        assertThat(journal.calls().get(0).attempts())
                .extracting(RecordedAttempt::number)
                .containsExactly(1, 2);
        assertThat(journal.calls().get(0).lastAttempt().number()).isEqualTo(2);
    }

    @Test
    void callsAreInTheOrderInWhichTheyWereReceived() {
        record(CallFixture.of(LIST_CHANNELS), 2);
        record(CallFixture.of(SEND_CHANNEL_MESSAGE), 1);

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
                AttemptFixture.stubbed(410).build());

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
                    AttemptFixture.stubbed(410).build());
        }

        assertThat(journal.lateCalls()).hasSize(2);
    }

    @Test
    void bodiesAreNotKept() {
        Call withBody = withBody(CallFixture.of(SEND_CHANNEL_MESSAGE).by(ALICE).bind());
        journal.record(
                withBody.http(),
                Optional.of(withBody),
                AttemptFixture.stubbed(201).build());

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
                .isThrownBy(() -> new DefaultJournal(0, true, new FakeLifetime()))
                .withMessage("A journal of 0 calls: it must hold at least 1");
    }
}
