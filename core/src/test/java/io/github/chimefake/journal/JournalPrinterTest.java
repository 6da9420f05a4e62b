package io.github.chimefake.journal;

import static io.github.chimefake.call.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.call.Answer;
import io.github.chimefake.call.Call;
import io.github.chimefake.call.CallFixture;
import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Provenance;
import io.github.chimefake.call.Refusal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;

class JournalPrinterTest {
    private static final RecordedCall SUCCEEDED =
            answered(200, Answer.success(ListChannelsResponse.builder().build()));
    private static final RecordedCall REFUSED =
            answered(403, Answer.refused(Refusal.of(ChimeError.FORBIDDEN, "no reason", Provenance.REQUESTED)));

    private static RecordedCall answered(int status, Answer answer) {
        Call call = CallFixture.of(LIST_CHANNELS).bind();
        RecordedAttempt attempt = new RecordedAttempt(
                1, status, Optional.of("request-id"), Optional.of(answer.outcome()), Optional.empty());
        return RecordedCall.of(call.http(), Optional.of(call), attempt);
    }

    private static List<RecordedCall> calls(int succeeded, RecordedCall... then) {
        return Stream.concat(Collections.nCopies(succeeded, SUCCEEDED).stream(), Arrays.stream(then))
                .toList();
    }

    @Test
    void aShortJournalIsPrintedWhole() {
        assertThat(JournalPrinter.print(calls(20), 0)).contains("1. ", "20. ").doesNotContain("succeeded");
    }

    @Test
    void ofALongOneTheLatestCallsArePrinted() {
        assertThat(JournalPrinter.print(calls(50), 0))
                .startsWith("(30 calls that succeeded)")
                .contains("31. ", "50. ")
                .doesNotContain("30. ");
    }

    @Test
    void anEarlierRefusalIsPrintedInItsPlace() {
        List<RecordedCall> calls = Stream.of(calls(2, REFUSED), calls(1, REFUSED), calls(20))
                .flatMap(List::stream)
                .toList();

        assertThat(JournalPrinter.print(calls, 0))
                .containsSubsequence(
                        "(2 calls that succeeded)", "3. ", "no reason", "(1 call that succeeded)", "5. ", "no reason");
    }

    @Test
    void whatWasEvictedCounts() {
        String printed = JournalPrinter.print(calls(2), 100);

        assertThat(IntStream.of(101, 102)).allMatch(number -> printed.contains(number + ". "));
    }
}
