package io.github.chimefake.assertj;

import io.github.chimefake.internal.journal.JournalEntry;
import io.github.chimefake.journal.RecordedCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The calls that the assertions made so far have selected. Of an assertion with several steps, the last one counts. */
final class AccountedCalls {
    private final List<Selection> selections = new ArrayList<>();

    /** What one assertion has selected. */
    final class Selection {
        private final List<Object> ids;

        private Selection(List<RecordedCall> calls) {
            ids = calls.stream().map(JournalEntry::id).toList();
        }

        /** Replaces this selection by a part of it. Steps of the same assertion that follow separately add up. */
        Selection narrowedTo(List<RecordedCall> calls) {
            selections.remove(this);
            return add(calls);
        }
    }

    /** Adds what an assertion has selected. */
    Selection add(List<RecordedCall> calls) {
        Selection added = new Selection(calls);
        selections.add(added);
        return added;
    }

    /** Returns those of the calls that no assertion has selected. */
    List<RecordedCall> othersOf(List<RecordedCall> calls) {
        Set<Object> known = new HashSet<>();
        selections.forEach(selection -> known.addAll(selection.ids));
        return calls.stream()
                .filter(call -> !known.contains(JournalEntry.id(call)))
                .toList();
    }

    boolean isEmpty() {
        return selections.isEmpty();
    }

    /** Returns a copy, to which assertions can be added separately. */
    AccountedCalls copy() {
        AccountedCalls copy = new AccountedCalls();
        copy.selections.addAll(selections);
        return copy;
    }

    /** Takes over what the copy has. */
    void adopt(AccountedCalls copy) {
        selections.clear();
        selections.addAll(copy.selections);
    }
}
