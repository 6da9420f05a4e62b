package io.github.chimefake.assertj;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.filter.CallFilter;
import io.github.chimefake.internal.filter.RequestFilter;
import io.github.chimefake.internal.journal.JournalEntry;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.journal.RecordedCall;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * The calls that the steps of an assertion have selected so far, and the texts of its failures.
 *
 * @param journal the journal that the calls are from
 * @param calls the selected calls, oldest first
 * @param noun what is selected, in the singular, for example {@code denial}
 * @param condition what the steps asked for, for example {@code  of ListChannels by alice}
 */
record Selected(Journal journal, List<RecordedCall> calls, String noun, String condition) {
    private static final String LINE = System.lineSeparator();

    /** Selects the requests of this type. */
    static Selected of(Journal journal, Class<? extends AwsRequest> type) {
        return new Selected(
                journal,
                journal.calls().stream()
                        .filter(recorded ->
                                recorded.request().filter(type::isInstance).isPresent())
                        .toList(),
                type.getSimpleName(),
                "");
    }

    /** Returns the calls with this bearer. */
    Selected by(ChimeUser user) {
        return only(CallFilter.ANY.by(user), "by " + user.name());
    }

    /** Returns the calls that this caller signed. */
    Selected by(ChimeCaller caller) {
        return only(CallFilter.ANY.by(caller), "by " + caller);
    }

    /** Returns the calls on the channel with this ARN. */
    Selected inChannel(String arn) {
        return only(CallFilter.ANY.inChannel(arn), "in channel " + arn);
    }

    /** Returns the calls on the app instance with this ARN or something in it. */
    Selected inAppInstance(String arn) {
        return only(CallFilter.ANY.inAppInstance(arn), "in app instance " + arn);
    }

    /** Returns the calls that the filter matches. */
    Selected only(CallFilter filter, String step) {
        return only(
                recorded -> JournalEntry.call(recorded).filter(filter::matches).isPresent(), step);
    }

    /** Returns the calls that the condition holds for. */
    Selected only(Predicate<RecordedCall> selects, String step) {
        return new Selected(journal, calls.stream().filter(selects).toList(), noun, condition + " " + step);
    }

    /**
     * Returns the calls whose request has this type and fulfills the predicate. What the predicate throws, this method
     * throws.
     */
    <R extends AwsRequest> Selected matching(Class<R> type, Predicate<? super R> predicate) {
        RequestFilter.requireReceivable(type);
        return only(
                recorded -> recorded.request()
                        .filter(type::isInstance)
                        .map(type::cast)
                        .filter(predicate)
                        .isPresent(),
                "matching a predicate on " + type.getSimpleName());
    }

    /** Returns the requests of the calls, which all have this type. */
    <R extends AwsRequest> List<R> requests(Class<R> type) {
        return calls.stream()
                .flatMap(recorded -> recorded.request().stream())
                .map(type::cast)
                .toList();
    }

    /** Returns the failure for a step that leaves no call. */
    String none() {
        return expected("at least one " + noun) + ", but received:" + LINE + journal;
    }

    /** Returns the failure for a predicate that no request fulfills, with the requests that it was asked about. */
    String noneMatching(Selected before) {
        return none() + "Requests before this step:" + LINE
                + lines(before.calls.stream()
                        .flatMap(recorded -> recorded.request().stream())
                        .toList());
    }

    /**
     * Returns the failure unless there is exactly this number of calls.
     *
     * @param instead what asserts that there was no such call
     * @throws IllegalArgumentException if the count is 0 or less
     */
    Optional<String> unlessTimes(int count, String instead) {
        if (count < 1) {
            throw new IllegalArgumentException("times(" + count
                    + "): expected a count of at least 1. To assert that there was none, use " + instead);
        }
        String expected = expected("exactly " + count + " " + noun + (count == 1 ? "" : "s"));
        return calls.size() == count
                ? ifIncomplete(expected)
                : Optional.of(expected + ", but received " + calls.size() + ":" + LINE + journal);
    }

    /**
     * Returns the failure unless there is no call.
     *
     * @param found what to print of the calls
     */
    Optional<String> unlessNone(List<?> found) {
        String expected = expected("no " + noun);
        return found.isEmpty()
                ? ifIncomplete(expected)
                : Optional.of(expected + ", but received:" + LINE + lines(found));
    }

    /** Returns the failure if the journal has dropped calls, so that it does not tell how many there were. */
    private Optional<String> ifIncomplete(String expected) {
        long dropped = journal.evictedCalls();
        return dropped == 0
                ? Optional.empty()
                : Optional.of(expected + ", but it is unknown: the journal dropped its oldest "
                        + (dropped == 1 ? "call" : dropped + " calls")
                        + ". Start the fake with a larger journalCapacity(…)");
    }

    private String expected(String what) {
        return LINE + "Expected " + what + condition;
    }

    private static String lines(List<?> found) {
        return found.stream().map(Object::toString).collect(Collectors.joining(LINE));
    }
}
