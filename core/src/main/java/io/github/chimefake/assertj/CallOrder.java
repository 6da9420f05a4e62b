package io.github.chimefake.assertj;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.journal.JournalSnapshot;
import io.github.chimefake.journal.RecordedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares calls with the operations that were expected, in their order. */
final class CallOrder {
    private static final int ROWS_BEFORE = 5;
    private static final int ROWS = 30;

    private final JournalSnapshot journal;
    private final List<RecordedCall> calls;
    private final List<Operation> expected;

    CallOrder(JournalSnapshot journal, List<RecordedCall> calls, List<Operation> expected) {
        this.journal = journal;
        this.calls = calls;
        this.expected = expected;
    }

    /** Returns whether these calls, and no others, have these operations in this order. */
    boolean isAsExpected() {
        return received().equals(expected.stream().map(Optional::of).toList());
    }

    private List<Optional<Operation>> received() {
        return calls.stream().map(RecordedCall::operation).toList();
    }

    /** Returns whether the calls are those expected, in another order. */
    boolean differsInOrderOnly() {
        return !isAsExpected()
                && sorted(received())
                        .equals(sorted(expected.stream().map(Optional::of).toList()));
    }

    private static List<String> sorted(List<Optional<Operation>> operations) {
        return operations.stream().map(Object::toString).sorted().toList();
    }

    /**
     * Returns both sequences side by side: what is equal in one row, and what one of them lacks in a row that begins with a minus or a
     * plus. At most about 30 rows, from shortly before the first difference.
     */
    List<String> rows() {
        List<String> all = aligned();
        int first = 0;
        while (first < all.size() && all.get(first).startsWith(" ")) {
            first++;
        }
        if (first < all.size()) {
            all.set(first, all.get(first) + "   <- the first difference");
        }
        int begin = all.size() <= ROWS ? 0 : Math.max(0, first - ROWS_BEFORE);
        int end = Math.min(all.size(), begin + ROWS);
        List<String> shown = new ArrayList<>(all.subList(begin, end));
        if (begin > 0) {
            shown.add(0, "  (" + begin + " equal rows)");
        }
        if (end < all.size()) {
            shown.add("  (" + (all.size() - end) + " more rows)");
        }
        return shown;
    }

    private List<String> aligned() {
        int[][] common = commonFrom();
        List<String> rows = new ArrayList<>();
        int wanted = 0;
        int received = 0;
        while (wanted < expected.size() || received < calls.size()) {
            if (equal(wanted, received)) {
                rows.add("  " + journal.describe(calls.get(received++)));
                wanted++;
            } else if (received == calls.size()
                    || (wanted < expected.size() && common[wanted + 1][received] >= common[wanted][received + 1])) {
                rows.add("- " + expected.get(wanted++) + " is missing");
            } else {
                rows.add("+ " + journal.describe(calls.get(received++)) + ", not expected here");
            }
        }
        return rows;
    }

    private boolean equal(int wanted, int received) {
        return wanted < expected.size()
                && received < calls.size()
                && calls.get(received).operation().equals(Optional.of(expected.get(wanted)));
    }

    /** Returns the length of the longest common sequence from each pair of positions on. */
    private int[][] commonFrom() {
        int[][] common = new int[expected.size() + 1][calls.size() + 1];
        for (int wanted = expected.size() - 1; wanted >= 0; wanted--) {
            for (int received = calls.size() - 1; received >= 0; received--) {
                common[wanted][received] = equal(wanted, received)
                        ? common[wanted + 1][received + 1] + 1
                        : Math.max(common[wanted + 1][received], common[wanted][received + 1]);
            }
        }
        return common;
    }
}
