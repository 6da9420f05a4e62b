package io.github.chimefake.internal.journal;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.background.FinishedWork;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallFixture;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;

class JournalPrinterTest {
    private static final JournalEntry SUCCEEDED = ended(
            LIST_CHANNELS,
            AttemptFixture.responded(200, ListChannelsResponse.builder().build()));
    private static final JournalEntry FORBIDDEN =
            ended(LIST_CHANNELS, AttemptFixture.forbidden("You may not.", "no reason"));

    private static JournalEntry ended(Operation operation, AttemptFixture attempt) {
        Call call = CallFixture.of(operation).bind();
        return JournalEntry.of(call.http(), Optional.of(call), attempt.build(), true);
    }

    /** Returns calls of which none is like its neighbors. */
    private static List<JournalEntry> differing(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ended(LIST_CHANNELS, AttemptFixture.forbidden("You may not.", "reason " + i)))
                .toList();
    }

    private static String print(List<JournalEntry> calls, long evicted) {
        return String.join("\n", JournalPrinter.lines(calls, List.of(), List.of(), evicted, true));
    }

    private static List<JournalEntry> calls(int succeeded, JournalEntry... then) {
        return Stream.concat(Collections.nCopies(succeeded, SUCCEEDED).stream(), Arrays.stream(then))
                .toList();
    }

    @Test
    void aShortJournalIsPrintedWhole() {
        assertThat(print(differing(20), 0)).contains("1. ", "20. ").doesNotContain("not printed");
    }

    @Test
    void equalNeighborsArePrintedOnceWithTheirNumber() {
        assertThat(print(Collections.nCopies(810, FORBIDDEN), 0)).isEqualTo("""
                1. ListChannels by alice in general, signed by role backend (session session)
                    403 ForbiddenException: You may not.
                      because: no reason [DOCUMENTED]
                    (calls 2 to 810 are like call 1)""");
    }

    @Test
    void ofEqualCallsOnlyNeighborsArePrintedOnce() {
        assertThat(print(List.of(FORBIDDEN, SUCCEEDED, FORBIDDEN), 0)).contains("1. ", "2. ", "3. ");
    }

    @Test
    void earlierCallsThatSucceededAreCounted() {
        assertThat(print(calls(50, FORBIDDEN), 0))
                .startsWith("(calls 1 to 31 succeeded)\n32. ")
                .contains("(calls 33 to 50 are like call 32)", "51. ");
    }

    @Test
    void anEarlierFailureIsPrintedInItsPlace() {
        List<JournalEntry> calls = Stream.of(calls(2, FORBIDDEN), calls(1, FORBIDDEN), calls(20))
                .flatMap(List::stream)
                .toList();

        assertThat(print(calls, 0))
                .containsSubsequence(
                        "(calls 1 to 2 succeeded)", "3. ", "no reason", "(call 4 succeeded)", "5. ", "no reason");
    }

    @Test
    void aLongJournalEndsWithTheLatestCallsInTwoHundredLines() {
        List<String> lines = JournalPrinter.lines(differing(1_000), List.of(), List.of(), 0, true);

        assertThat(lines).hasSizeLessThanOrEqualTo(201);
        assertThat(lines.get(0)).isEqualTo("(934 earlier calls are not printed; chime.journal().calls() has them)");
        assertThat(lines.get(lines.size() - 1)).contains("reason 999");
    }

    @Test
    void aCallOfManyLinesIsCutAfterTwoHundred() {
        JournalEntry call = SUCCEEDED;
        for (int number = 2; number <= 300; number++) {
            call = call.plus(
                    AttemptFixture.responded(200, ListChannelsResponse.builder().build())
                            .numbered(number)
                            .received(number, Duration.ZERO)
                            .build());
        }

        List<String> lines = JournalPrinter.lines(List.of(call), List.of(), List.of(), 0, true);

        assertThat(lines).hasSize(201);
        assertThat(lines.get(0)).startsWith("1. ListChannels");
        assertThat(lines.get(200)).isEqualTo("    (101 more lines; chime.journal() has all attempts of the call)");
    }

    @Test
    void lateCallsArePrintedLast() {
        assertThat(String.join(
                        "\n",
                        JournalPrinter.lines(List.of(SUCCEEDED), List.of(), List.of(FORBIDDEN, FORBIDDEN), 0, true)))
                .containsSubsequence("1. ListChannels", "late: ListChannels", "(1 more late call is like this one)");
    }

    @Test
    void manyLateCallsLeaveRoomForTheOthers() {
        List<String> lines = JournalPrinter.lines(differing(1_000), List.of(), differing(1_000), 0, true);

        assertThat(lines).hasSizeLessThanOrEqualTo(202);
        assertThat(lines).filteredOn(line -> line.startsWith("late: ")).hasSize(16);
        assertThat(lines).contains("(984 earlier late calls are not printed; chime.journal().lateCalls() has them)");
        assertThat(lines.get(0)).contains("earlier calls are not printed; chime.journal().calls() has them");
    }

    @Test
    void oneCallThatDoesNotFitIsCountedInTheSingular() {
        List<JournalEntry> calls = differing(67);

        assertThat(JournalPrinter.lines(calls, List.of(), List.of(), 0, true).get(0))
                .isEqualTo("(1 earlier call is not printed; chime.journal().calls() has it)");
    }

    @Test
    void theNumberOfACallIsPartOfItsLine() {
        JournalEntry call = ended(LIST_CHANNELS, AttemptFixture.forbidden("You may not.", "word ".repeat(100)));

        assertThat(JournalPrinter.lines(List.of(call), List.of(), List.of(), 999_999, true))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
    }

    @Test
    void callsThatDifferInThePausesBetweenAttemptsArePrintedOnce() {
        List<JournalEntry> calls = IntStream.range(0, 3)
                .mapToObj(i -> FORBIDDEN.plus(AttemptFixture.stubbed(200)
                        .numbered(2)
                        .received(2, Duration.ofSeconds(i))
                        .build()))
                .toList();

        assertThat(print(calls, 0)).endsWith("\n    (calls 2 to 3 are like call 1)");
    }

    @Test
    void numbersCountEvictedCallsToo() {
        assertThat(print(differing(2), 100)).contains("101. ", "102. ");
    }

    @Test
    void backgroundWorkOfEarlierCallsIsPrintedIfItWentWrong() {
        FinishedWork ordinary = new FinishedWork("this", "was ordinary", Optional.empty(), "a call", true);
        List<JournalNote> works = List.of(
                new JournalWork(ordinary, 0, true),
                new JournalWork(FinishedWork.of("this", "went wrong", "a call"), 0, true),
                new JournalWork(ordinary, 50, true));

        assertThat(JournalPrinter.lines(calls(50), works, List.of(), 0, true))
                .filteredOn(line -> line.startsWith("later: "))
                .containsExactly(
                        "later: this went wrong; caused by a call", "later: this was ordinary; caused by a call");
    }

    @Test
    void backgroundWorkIsNotCountedAsCalls() {
        List<JournalNote> works =
                Collections.nCopies(500, new JournalWork(FinishedWork.of("this", "went wrong", "a call"), 1, true));

        List<String> lines = JournalPrinter.lines(List.of(SUCCEEDED), works, List.of(), 0, true);

        assertThat(lines).hasSizeLessThanOrEqualTo(202);
        assertThat(lines)
                .startsWith(
                        "(1 earlier call is not printed; chime.journal().calls() has it)",
                        "(earlier background work and sessions are not printed; chime.journal().backgroundWork() and"
                                + " chime.sessions().history() have them)");
    }
}
