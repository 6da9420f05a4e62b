package io.github.chimefake.assertj;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.journal.JournalSnapshot;
import io.github.chimefake.journal.RecordedCall;
import java.util.List;
import java.util.Optional;

/** Assertions about all calls, and the texts of their failures. */
final class ExactCalls {
    private ExactCalls() {}

    /** Returns the failure unless the calls have exactly these operations, in this order. */
    static Optional<String> unlessInOrder(Selected considered, List<Operation> expected) {
        JournalSnapshot journal = considered.journal();
        String asked = "Expected exactly "
                + (expected.size() == 1 ? "this call" : "these " + expected.size() + " calls, in this order")
                + Criterion.words(considered.criteria()) + ": "
                + expected.stream().map(Operation::toString).collect(joining(", "));
        CallOrder order = new CallOrder(journal, considered.calls(), expected);
        if (order.isAsExpected()) {
            return Selected.ifIncomplete(journal, asked);
        }
        String received = ", but received "
                + (order.differsInOrderOnly()
                        ? "them in another order"
                        : String.valueOf(considered.calls().size()));
        return Optional.of(new FailureText(journal, asked + received + ".")
                .with("Expected and received, side by side:", order.rows())
                .toString());
    }

    /** Returns the failure if there is a call that no assertion has selected. */
    static Optional<String> unlessAccounted(Selected considered, AccountedCalls accounted) {
        JournalSnapshot journal = considered.journal();
        List<RecordedCall> others = accounted.othersOf(considered.calls());
        String asked = (accounted.isEmpty() ? "Expected no call" : "Expected no other calls than those asserted before")
                + Criterion.words(considered.criteria());
        return others.isEmpty()
                ? Selected.ifIncomplete(journal, asked)
                : Optional.of(new FailureText(journal, asked + ", but received " + others.size() + ":")
                        .withCalls(others)
                        .toString());
    }
}
