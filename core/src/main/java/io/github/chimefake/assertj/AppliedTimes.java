package io.github.chimefake.assertj;

import io.github.chimefake.Registration;
import io.github.chimefake.internal.filter.FilteredRegistration;
import io.github.chimefake.internal.journal.JournalEntry;
import io.github.chimefake.internal.journal.JournalSnapshot;
import io.github.chimefake.journal.RecordedCall;
import java.util.List;
import java.util.Optional;

/**
 * How often something was applied, and the texts of failures about it.
 *
 * @param times how many calls it was applied to
 */
record AppliedTimes(JournalSnapshot journal, Registration registration, int times) {
    private static final int MOST_CALLS = 5;

    static AppliedTimes of(JournalSnapshot journal, Registration registration) {
        return new AppliedTimes(journal, registration, registration.timesApplied());
    }

    Optional<String> unlessSome() {
        return times > 0 ? Optional.empty() : Optional.of(text("to have been applied, but it was not", true));
    }

    /**
     * Returns the failure unless it was applied to exactly this number of calls.
     *
     * @throws IllegalArgumentException if the count is 0 or less
     */
    Optional<String> unlessTimes(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("times(" + count
                    + "): expected a count of at least 1. To assert that it was not applied, use neverApplied(…)");
        }
        return times == count
                ? Optional.empty()
                : Optional.of(text(
                        "to have been applied to exactly " + calls(count) + ", but it was applied to " + calls(times),
                        times < count));
    }

    Optional<String> unlessNone() {
        return times == 0
                ? Optional.empty()
                : Optional.of(text("not to have been applied, but it was applied to " + calls(times), false));
    }

    private static String calls(int count) {
        return count == 1 ? "1 call" : count + " calls";
    }

    private String text(String rest, boolean withMisses) {
        FailureText text = new FailureText(journal, "Expected \"" + registration + "\" " + rest + ".")
                .with("Applied to:", lines(faulted(), ""));
        return (withMisses ? withMisses(text) : text).toString();
    }

    /** Returns the calls to which it applied, if it is a fault. */
    private List<RecordedCall> faulted() {
        return journal.calls().stream()
                .filter(call -> JournalEntry.hasFault(call, registration))
                .toList();
    }

    private FailureText withMisses(FailureText text) {
        if (!(registration instanceof FilteredRegistration filtered)
                || filtered.filters().size() != 1) {
            return text;
        }
        List<Criterion<RecordedCall>> criteria = Criteria.of(filtered.filters().get(0));
        List<RecordedCall> selected = times > 0
                ? List.of()
                : journal.calls().stream()
                        .filter(call -> criteria.stream().allMatch(criterion -> criterion.isMetBy(call)))
                        .toList();
        return selected.isEmpty()
                ? text.withNearest(criteria.stream())
                : text.with(
                        "Nearest misses:",
                        lines(
                                selected,
                                ": its filter selects this call, but a predicate, its schedule, a condition or another"
                                        + " registration left it out"));
    }

    private List<String> lines(List<RecordedCall> calls, String reason) {
        return calls.stream()
                .skip(Math.max(0, calls.size() - MOST_CALLS))
                .map(call -> journal.describe(call) + reason)
                .toList();
    }
}
