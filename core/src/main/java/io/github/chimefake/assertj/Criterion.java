package io.github.chimefake.assertj;

import io.github.chimefake.journal.RecordedCall;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that an assertion asks of a call.
 *
 * @param words what it asks, for example {@code by alice}; empty if the noun of the assertion says it
 * @param weight how far a call is from the assertion that does not fulfill it; 0 if each call fulfills it
 * @param test whether a call fulfills it
 * @param miss why a call does not fulfill it, for example {@code another user than alice}
 */
record Criterion(String words, int weight, Predicate<RecordedCall> test, Function<RecordedCall, String> miss) {
    /** The weight of what a call is about. A call of another operation is hardly what the test meant. */
    static final int SUBJECT = 2;

    static final int DETAIL = 1;

    boolean isMetBy(RecordedCall call) {
        return test.test(call);
    }
}
