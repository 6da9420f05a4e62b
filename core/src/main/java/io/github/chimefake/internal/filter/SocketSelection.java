package io.github.chimefake.internal.filter;

import com.google.errorprone.annotations.CheckReturnValue;

/**
 * The methods that select connects of messaging sessions, or events on their way to sessions, and schedule what applies to them.
 *
 * @param <S> the type that the methods return
 */
@CheckReturnValue
public abstract class SocketSelection<S extends SocketSelection<S>> extends ScheduledSelection<S> {
    private final String start;

    /**
     * Creates a selection.
     *
     * @param start the method that starts it, for example {@code .onConnect()}
     */
    protected SocketSelection(Sentence sentence, String start, CallFilter filter, Schedule schedule) {
        super(sentence, filter, schedule);
        this.start = start;
    }

    @Override
    protected String steps() {
        return start + filter().steps() + step(schedule());
    }

    /** Returns the whole selection as a test writes it, for the description of what is registered. */
    protected final String words() {
        return steps().substring(1);
    }

    /** Returns the method that starts the selection. */
    protected final String start() {
        return start;
    }

    /** Returns the step of a schedule in the words of connects and events. */
    private String step(Schedule schedule) {
        return schedule.step()
                .replace(".calls(", ".times(")
                .replace("Call(", start.startsWith(".onConnect") ? "Connect(" : "Event(");
    }

    public S times(int count) {
        return with(filter(), new Schedule.Next(atLeastOne("times", count)));
    }

    public S nthConnect(int n) {
        return with(filter(), new Schedule.Nth(atLeastOne("nthConnect", n)));
    }

    public S fromConnect(int n) {
        return with(filter(), new Schedule.From(atLeastOne("fromConnect", n)));
    }

    public S nthEvent(int n) {
        return with(filter(), new Schedule.Nth(atLeastOne("nthEvent", n)));
    }

    public S fromEvent(int n) {
        return with(filter(), new Schedule.From(atLeastOne("fromEvent", n)));
    }
}
