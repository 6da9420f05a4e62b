package io.github.chimefake.internal.filter;

import com.google.errorprone.annotations.CheckReturnValue;

/**
 * The steps that say which of the selected calls something applies to. Permission rules and faults share them.
 *
 * @param <S> what the steps return
 */
@CheckReturnValue
public abstract class ScheduledSelection<S extends ScheduledSelection<S>> extends CallSelection<S> {
    private final Schedule schedule;

    protected ScheduledSelection(CallFilter filter, Schedule schedule) {
        super(filter);
        this.schedule = schedule;
    }

    /** Returns the same selection with another filter and another schedule. */
    protected abstract S with(CallFilter filter, Schedule schedule);

    @Override
    protected final S with(CallFilter other) {
        return with(other, schedule);
    }

    protected final Schedule schedule() {
        return schedule;
    }

    public S once() {
        return calls(1);
    }

    public S calls(int count) {
        return with(filter(), new Schedule.Next(atLeastOne("calls", count)));
    }

    public S nthCall(int n) {
        return with(filter(), new Schedule.Nth(atLeastOne("nthCall", n)));
    }

    public S fromCall(int n) {
        return with(filter(), new Schedule.From(atLeastOne("fromCall", n)));
    }
}
