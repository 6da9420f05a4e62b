package io.github.chimefake.assertj;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Returns those that fulfill all criteria. */
    static <T> List<T> select(List<T> all, List<Criterion<T>> criteria) {
        return all.stream()
                .filter(item -> criteria.stream().allMatch(criterion -> criterion.isMetBy(item)))
                .toList();
    }

    /** Returns the criteria with a further one. */
    static <T> List<Criterion<T>> plus(List<Criterion<T>> criteria, Criterion<T> further) {
        return Stream.concat(criteria.stream(), Stream.of(further)).toList();
    }

    /** Returns the words of the criteria, each after a space. */
    static <T> String words(List<Criterion<T>> criteria) {
        return criteria.stream()
                .map(Criterion::words)
                .filter(words -> !words.isEmpty())
                .map(words -> " " + words)
                .collect(Collectors.joining());
    }

    /**
     * Checks the count of {@code times(count)}.
     *
     * @param neverVerb what asserts that there is none, for example {@code neverDenied(…)}
     * @throws IllegalArgumentException if the count is 0 or less
     */
    static void requireCount(int count, String neverVerb) {
        if (count < 1) {
            throw new IllegalArgumentException("times(" + count
                    + "): expected a count of at least 1. To assert that there was none, use " + neverVerb);
        }
    }
}
