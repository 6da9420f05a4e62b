package io.github.chimefake.assertj;

import io.github.chimefake.internal.journal.JournalSnapshot;
import io.github.chimefake.journal.RecordedCall;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * The calls that the steps of an assertion have selected so far, and the texts of its failures.
 *
 * @param journal the journal that the calls are from
 * @param calls the selected calls, oldest first
 * @param noun what is selected, in the singular, for example {@code denial}
 * @param criteria what the steps asked for
 * @param neverVerb what asserts that there is no such call, for example {@code neverDenied(…)}
 */
record Selected(
        JournalSnapshot journal,
        List<RecordedCall> calls,
        String noun,
        List<Criterion<RecordedCall>> criteria,
        String neverVerb) {

    /** Selects the calls that fulfill all criteria. */
    static Selected of(JournalSnapshot journal, String noun, List<Criterion<RecordedCall>> criteria, String neverVerb) {
        return new Selected(
                journal, Criterion.select(journal.calls(), criteria), noun, List.copyOf(criteria), neverVerb);
    }

    /** Selects those of the calls that fulfill a further criterion. */
    Selected and(Criterion<RecordedCall> criterion) {
        return new Selected(
                journal,
                Criterion.select(calls, List.of(criterion)),
                noun,
                Criterion.plus(criteria, criterion),
                neverVerb);
    }

    /** Returns the requests of the calls, which all have this type. */
    <R extends AwsRequest> List<R> requests(Class<R> type) {
        return calls.stream()
                .flatMap(recorded -> recorded.request().stream())
                .map(type::cast)
                .toList();
    }

    /** Returns the failure if there is no call. */
    Optional<String> unlessSome() {
        return calls.isEmpty()
                ? Optional.of(new FailureText(journal, expected("at least one " + noun) + ", but received none.")
                        .withNearest(criteria.stream())
                        .toString())
                : Optional.empty();
    }

    /**
     * Returns the failure unless there is exactly this number of calls.
     *
     * @throws IllegalArgumentException if the count is 0 or less
     */
    Optional<String> unlessTimes(int count) {
        Criterion.requireCount(count, neverVerb);
        String expected = expected("exactly " + count + " " + noun + (count == 1 ? "" : "s"));
        if (calls.size() == count) {
            return ifIncomplete(journal, expected);
        }
        FailureText text = new FailureText(journal, expected + ", but received " + calls.size() + ":").withCalls(calls);
        return Optional.of((calls.size() < count ? text.withNearest(criteria.stream()) : text).toString());
    }

    /** Returns the failure unless there is no call. */
    Optional<String> unlessNone() {
        String expected = expected("no " + noun);
        return calls.isEmpty()
                ? ifIncomplete(journal, expected)
                : Optional.of(new FailureText(journal, expected + ", but received " + calls.size() + ":")
                        .withCalls(calls)
                        .toString());
    }

    /** Returns the failure of {@code isEmpty()}, which never passes after steps that need a call. */
    String notEmpty() {
        return new FailureText(
                        journal,
                        expected("no " + noun) + ", but received " + calls.size()
                                + ". received(…) needs at least one, so isEmpty() never passes after it: use "
                                + neverVerb
                                + ".")
                .withCalls(calls)
                .toString();
    }

    /** Returns the failure of an assertion about all selected calls if the journal has dropped some. */
    Optional<String> unlessComplete(String assertion) {
        return ifIncomplete(journal, expected(assertion + " of " + noun + "s"));
    }

    /** Returns the failure if the journal has dropped calls, so that it does not tell how many there were. */
    static Optional<String> ifIncomplete(JournalSnapshot journal, String expected) {
        long dropped = journal.evictedCalls();
        return dropped == 0
                ? Optional.empty()
                : Optional.of(System.lineSeparator() + expected + ", but it is unknown: the journal dropped its oldest "
                        + (dropped == 1 ? "call" : dropped + " calls")
                        + ". Start the fake with a larger journalCapacity(…)");
    }

    private String expected(String what) {
        return "Expected " + what + Criterion.words(criteria);
    }
}
