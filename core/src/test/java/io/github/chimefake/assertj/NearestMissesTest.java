package io.github.chimefake.assertj;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.internal.exchange.CallFixture.ALICE;
import static io.github.chimefake.internal.exchange.CallFixture.BOB;
import static io.github.chimefake.internal.exchange.CallFixture.GENERAL;
import static io.github.chimefake.internal.exchange.CallFixture.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.journal.JournalSnapshot;
import io.github.chimefake.journal.RecordedCall;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestMissesTest {
    private final JournalFixture journal = new JournalFixture();
    private final CallFixture send = CallFixture.of(SEND_CHANNEL_MESSAGE);
    private final Criterion<RecordedCall> ofSend = Criteria.operations("of", CallFilter.ANY.on(SEND_CHANNEL_MESSAGE));

    @SafeVarargs
    @SuppressWarnings("varargs") // The list is only read.
    private List<String> misses(Criterion<RecordedCall>... criteria) {
        JournalSnapshot snapshot = journal.snapshot();
        return new NearestMisses<>(snapshot.calls(), List.of(criteria), "call", snapshot::describe).lines();
    }

    @Test
    void aCallThatMissesOneThingIsNearerThanOneThatMissesTwo() {
        journal.received(send.inChannel(RANDOM)).received(send.by(BOB).inChannel(RANDOM));

        assertThat(misses(ofSend, Criteria.by(BOB), Criteria.inChannel(GENERAL.arn())))
                .containsExactly("call 2, SendChannelMessage by bob in random: another channel than " + GENERAL.arn());
    }

    @Test
    void anotherOperationIsFartherThanAnotherUser() {
        journal.received(CallFixture.of(LIST_CHANNELS).by(BOB)).received(send);

        assertThat(misses(ofSend, Criteria.by(BOB)))
                .containsExactly("call 2, SendChannelMessage by alice in general: another user than bob");
    }

    @Test
    void allThingsThatACallMissesAreNamed() {
        journal.failed(send, ChimeError.FORBIDDEN);

        assertThat(misses(
                        ofSend,
                        Criteria.by(BOB),
                        Criteria.withAttempts(2),
                        Criteria.withPausesOfAtLeast(Duration.ofMillis(100)),
                        Criteria.withFault()))
                .containsExactly(
                        "call 1, SendChannelMessage by alice in general: another user than bob; it has 1 attempt;"
                                + " it has 1 attempt, so it has no pause; no fault applied to it");
    }

    @Test
    void theErrorThatACallGotInsteadIsNamed() {
        journal.failed(send, ChimeError.CONFLICT).received(send);

        assertThat(misses(Criteria.kind(FailureKind.DENIED), ofSend))
                .containsExactly(
                        "call 1, SendChannelMessage by alice in general: it got status 409 ConflictException, so it is no denial",
                        "call 2, SendChannelMessage by alice in general: it got status 200, so it is no denial");
        assertThat(misses(Criteria.kind(FailureKind.FAILED), Criteria.decidedBy(FailureKind.FAILED, Layer.ROLE)))
                .containsExactly("call 1, SendChannelMessage by alice in general: decided by FAULT");
    }

    @Test
    void aCallWithoutABearerOrChannelIsSaidToHaveNone() {
        journal.received(send.withoutBearer().withoutChannel());

        assertThat(misses(ofSend, Criteria.by(ALICE), Criteria.inChannel(GENERAL.arn())))
                .containsExactly("call 1, SendChannelMessage: it has no bearer; it names no channel");
    }

    @Test
    void ofManyTheLatestFiveAreNamed() {
        IntStream.range(0, 8).forEach(call -> journal.received(send));

        assertThat(misses(ofSend, Criteria.by(BOB)))
                .hasSize(6)
                .startsWith("(3 earlier calls are as near)")
                .endsWith("call 8, SendChannelMessage by alice in general: another user than bob");
    }

    @Test
    void aCallThatFulfillsNothingOrEverythingIsNoMiss() {
        journal.received(LIST_CHANNELS).received(send.by(BOB));

        assertThat(misses(ofSend, Criteria.by(BOB))).isEmpty();
        assertThat(misses(
                        Criteria.operations("of", CallFilter.ANY), Criteria.by(BOB), Criteria.inChannel(RANDOM.arn())))
                .containsExactly("call 2, SendChannelMessage by bob in general: another channel than " + RANDOM.arn());
    }
}
