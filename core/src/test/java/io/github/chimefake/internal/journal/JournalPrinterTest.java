package io.github.chimefake.internal.journal;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ServiceError;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;

class JournalPrinterTest {
    private static final JournalEntry SUCCEEDED =
            answered(200, CallResult.success(ListChannelsResponse.builder().build()));
    private static final JournalEntry REFUSED =
            answered(403, CallResult.failure(ServiceError.of(ChimeError.FORBIDDEN, "no reason", Provenance.REQUESTED)));

    private static JournalEntry answered(int status, CallResult answer) {
        Call call = CallFixture.of(LIST_CHANNELS).bind();
        JournalAttempt attempt = new JournalAttempt(
                1, status, Optional.of("request-id"), Optional.of(answer.outcome()), Optional.empty());
        return JournalEntry.of(call.http(), Optional.of(call), attempt);
    }

    private static List<JournalEntry> calls(int succeeded, JournalEntry... then) {
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
        List<JournalEntry> calls = Stream.of(calls(2, REFUSED), calls(1, REFUSED), calls(20))
                .flatMap(List::stream)
                .toList();

        assertThat(JournalPrinter.print(calls, 0))
                .containsSubsequence(
                        "(2 calls that succeeded)", "3. ", "no reason", "(1 call that succeeded)", "5. ", "no reason");
    }

    @Test
    void numbersCountEvictedCallsToo() {
        String printed = JournalPrinter.print(calls(2), 100);

        assertThat(IntStream.of(101, 102)).allMatch(number -> printed.contains(number + ". "));
    }
}
