package io.github.chimefake.assertj;

import io.github.chimefake.journal.RecordedCall;
import java.util.Optional;
import java.util.function.Consumer;

/** What the steps of one assertion have selected, and what has to know of it. */
final class Selection {
    private final Selected selected;
    private final Judging judging;
    private final AccountedCalls.Selection accounted;

    private Selection(Selected selected, Judging judging, AccountedCalls.Selection accounted) {
        this.selected = selected;
        this.judging = judging;
        this.accounted = accounted;
    }

    /** Creates the selection of a first step. */
    Selection(Selected selected, AccountedCalls accounted, Judging judging) {
        this(selected, judging, accounted.add(selected.calls()));
    }

    Selected selected() {
        return selected;
    }

    Judging judging() {
        return judging;
    }

    /**
     * Returns what a further step selects.
     *
     * @param fail is given the failure if the step selects nothing, and throws it
     */
    Selection and(Criterion<RecordedCall> criterion, Consumer<String> fail) {
        Selected left = selected.and(criterion);
        left.unlessSome().ifPresent(fail);
        return new Selection(left, judging, accounted.narrowedTo(left.calls()));
    }

    /** Returns the failure unless exactly this number of calls is selected. */
    Optional<String> unlessTimes(int count) {
        judging.exact();
        return selected.unlessTimes(count);
    }
}
