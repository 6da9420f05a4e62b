package io.github.chimefake.assertj;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that an assertion asks of a call or an event.
 *
 * @param words what it asks, for example {@code by alice}; empty if the noun of the assertion says it
 * @param weight how far a call is from the assertion that does not fulfill it; 0 if each call fulfills it
 * @param test whether a call fulfills it
 * @param miss why a call does not fulfill it, for example {@code another user than alice}
 * @param <T> the type of calls or events
 */
record Criterion<T>(String words, int weight, Predicate<? super T> test, Function<? super T, String> miss) {
    /** The weight of what a call is about. A call of another operation is hardly what the test meant. */
    static final int SUBJECT = 2;

    static final int DETAIL = 1;

    boolean isMetBy(T item) {
        return test.test(item);
    }
}
