package io.github.chimefake.assertj;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.journal.JournalSnapshot;
import io.github.chimefake.journal.RecordedCall;
import java.util.ArrayList;
import java.util.List;

/** The calls that miss the fewest of the criteria of a failed assertion, each with the reasons. */
final class NearestMisses {
    private static final int MOST = 5;

    private final JournalSnapshot journal;
    private final List<Criterion> criteria;

    NearestMisses(JournalSnapshot journal, List<Criterion> criteria) {
        this.journal = journal;
        this.criteria = criteria;
    }

    /** Returns a line for each of the latest five; empty if no call that misses a criterion fulfills another one. */
    List<String> lines() {
        List<RecordedCall> near =
                journal.calls().stream().filter(this::missesSomeButNotAll).toList();
        int nearest = near.stream().mapToInt(this::distance).min().orElse(0);
        List<RecordedCall> shown =
                near.stream().filter(call -> distance(call) == nearest).toList();
        List<String> lines = new ArrayList<>();
        if (shown.size() > MOST) {
            int earlier = shown.size() - MOST;
            lines.add(earlier == 1 ? "(1 earlier call is as near)" : "(" + earlier + " earlier calls are as near)");
        }
        shown.subList(Math.max(0, shown.size() - MOST), shown.size())
                .forEach(call -> lines.add(journal.describe(call) + ": " + reasons(call)));
        return lines;
    }

    private boolean missesSomeButNotAll(RecordedCall call) {
        return distance(call) > 0
                && criteria.stream()
                        .filter(criterion -> !criterion.equals(Criteria.BY_NO_ACTOR)) // Nearly every call fulfills it.
                        .anyMatch(criterion -> criterion.weight() > 0 && criterion.isMetBy(call));
    }

    private int distance(RecordedCall call) {
        return criteria.stream()
                .filter(criterion -> !criterion.isMetBy(call))
                .mapToInt(Criterion::weight)
                .sum();
    }

    private String reasons(RecordedCall call) {
        return criteria.stream()
                .filter(criterion -> !criterion.isMetBy(call))
                .map(criterion -> criterion.miss().apply(call))
                .distinct()
                .collect(joining("; "));
    }
}
