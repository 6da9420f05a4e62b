package io.github.chimefake.internal.filter;

import com.google.errorprone.annotations.CheckReturnValue;

/**
 * The methods that select connects of messaging sessions, or events on their way to sessions, and schedule what applies to them.
 *
 * @param <S> the type that the methods return
 */
@CheckReturnValue
public abstract class SocketSelection<S extends SocketSelection<S>> extends ScheduledSelection<S> {
    private final Subject subject;

    /**
     * What is selected, in the words of the methods that a test calls.
     *
     * @param start the method that starts the selection, for example {@code .onConnect()}
     * @param ofUser the method that selects the user, for example {@code by}
     * @param noun what is counted
     */
    public record Subject(String start, String ofUser, Noun noun) {}

    /** Creates a selection. */
    protected SocketSelection(Sentence sentence, Subject subject, CallFilter filter, Schedule schedule) {
        super(sentence, filter, schedule);
        this.subject = subject;
    }

    @Override
    protected String steps() {
        return subject.start() + filter().steps(subject.ofUser()) + schedule().step(subject.noun());
    }

    /** Returns the whole selection as a test writes it, for the description of what is registered. */
    protected final String words() {
        return steps().substring(1);
    }

    public S connects(int count) {
        return with(filter(), new Schedule.Next(atLeastOne("connects", count)));
    }

    public S events(int count) {
        return with(filter(), new Schedule.Next(atLeastOne("events", count)));
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
