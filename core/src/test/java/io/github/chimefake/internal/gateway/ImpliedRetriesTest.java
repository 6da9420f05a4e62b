package io.github.chimefake.internal.gateway;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.internal.exchange.CallFixture.BROWSER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImpliedRetriesTest {
    private static final HttpResponse UNAVAILABLE = new HttpResponse(503, Map.of(), new byte[0]);
    private static final HttpResponse LATE = UNAVAILABLE.sentWith(Duration.ofMinutes(1), Optional.empty());

    /** Close to where the nanoseconds overflow, which they may do at any time. */
    private long now = Long.MAX_VALUE - 1;

    private final ImpliedRetries retries = new ImpliedRetries(() -> now);

    private Call receive() {
        return retries.recognize(CallFixture.of(SEND_CHANNEL_MESSAGE).bind());
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static void assertRetry(Call call, Call first, int number) {
        assertThat(call.attempt()).isEqualTo(new Call.Attempt(first.attempt().invocationId(), number));
    }

    private static void assertNoRetry(Call call, Call first) {
        assertThat(call.attempt().number()).isOne();
        assertThat(call.attempt().invocationId())
                .isPresent()
                .isNotEqualTo(first.attempt().invocationId());
    }

    @Test
    void anEqualRequestIsARetryUpToTheLongestPauseAfterTheResponse() {
        Call first = receive();
        retries.responded(first, UNAVAILABLE);
        pass(ImpliedRetries.LONGEST_PAUSE);

        assertRetry(receive(), first, 2);
    }

    @Test
    void anEqualRequestThatComesLaterIsACall() {
        Call first = receive();
        retries.responded(first, UNAVAILABLE);
        pass(ImpliedRetries.LONGEST_PAUSE.plusNanos(1));

        assertNoRetry(receive(), first);
    }

    @Test
    void theTimeCountsFromTheLastResponse() {
        Call first = receive();
        retries.responded(first, UNAVAILABLE);
        pass(ImpliedRetries.LONGEST_PAUSE);
        Call second = receive();
        retries.responded(second, UNAVAILABLE);
        pass(ImpliedRetries.LONGEST_PAUSE);

        assertRetry(receive(), first, 3);
    }

    @Test
    void anEqualRequestThatComesBeforeADelayedResponseLeavesIsACall() {
        Call first = receive();
        retries.responded(first, LATE);

        assertNoRetry(receive(), first);
        pass(Duration.ofMinutes(1));
        assertRetry(receive(), first, 2);
    }

    @Test
    void equalCallsThatOverlapStayTwo() {
        Call one = receive();
        Call other = receive();
        assertNoRetry(other, one);

        retries.responded(one, UNAVAILABLE);
        retries.responded(other, UNAVAILABLE);

        assertRetry(receive(), one, 2);
        assertRetry(receive(), other, 2);
        assertNoRetry(receive(), one);
    }

    @Test
    void anotherCallersRequestIsNoRetry() {
        Call first = receive();
        retries.responded(first, UNAVAILABLE);

        assertNoRetry(
                retries.recognize(
                        CallFixture.of(SEND_CHANNEL_MESSAGE).by(BROWSER).bind()),
                first);
        assertRetry(receive(), first, 2);
    }

    @Test
    void aCallWithAnInvocationIdStaysAsItCame() {
        Call call = CallFixture.of(SEND_CHANNEL_MESSAGE).attempt("a", 2).bind();

        assertThat(retries.recognize(call)).isSameAs(call);
    }

    @Test
    void nothingIsExpectedAfterClear() {
        Call first = receive();
        retries.responded(first, UNAVAILABLE);

        retries.clear();

        assertNoRetry(receive(), first);
    }

    @Test
    void ofVeryManyFailuresTheOldestAreForgotten() {
        Call oldest = receive();
        List<Call> others = Stream.generate(() -> retries.recognize(
                        CallFixture.of(SEND_CHANNEL_MESSAGE).by(BROWSER).bind()))
                .limit(1_000)
                .toList();
        retries.responded(oldest, UNAVAILABLE);
        others.forEach(call -> retries.responded(call, UNAVAILABLE));

        assertNoRetry(receive(), oldest);
    }
}
