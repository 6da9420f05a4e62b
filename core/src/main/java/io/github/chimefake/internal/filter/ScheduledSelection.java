package io.github.chimefake.internal.filter;

import com.google.errorprone.annotations.CheckReturnValue;

/**
 * The methods that schedule a permission rule or a fault: they decide which of the selected calls it applies to.
 *
 * @param <S> the type that the methods return
 */
@CheckReturnValue
public abstract class ScheduledSelection<S extends ScheduledSelection<S>> extends CallSelection<S> {
    private final Schedule schedule;

    protected ScheduledSelection(Sentence sentence, CallFilter filter, Schedule schedule) {
        super(sentence, filter);
        this.schedule = schedule;
    }

    @Override
    protected String steps() {
        return super.steps() + schedule.step(Noun.CALL);
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

    public S everyNthCall(int n) {
        return with(filter(), new Schedule.EveryNth(atLeastOne("everyNthCall", n)));
    }
}
