package io.github.chimefake.assertj;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The calls or events that miss the fewest of the criteria of a failed assertion, each with the reasons.
 *
 * @param <T> the type of calls or events
 */
final class NearestMisses<T> {
    private static final int MOST = 5;

    private final List<T> all;
    private final List<Criterion<T>> criteria;
    private final String noun;
    private final Function<T, String> description;

    /**
     * Creates the misses.
     *
     * @param noun what they are, in the singular, for example {@code event}
     */
    NearestMisses(List<T> all, List<Criterion<T>> criteria, String noun, Function<T, String> description) {
        this.all = all;
        this.criteria = criteria;
        this.noun = noun;
        this.description = description;
    }

    /** Returns a line for each of the latest five; empty if none that misses a criterion fulfills another one. */
    List<String> lines() {
        List<T> near = all.stream().filter(this::missesSomeButNotAll).toList();
        int nearest = near.stream().mapToInt(this::distance).min().orElse(0);
        List<T> shown = near.stream().filter(item -> distance(item) == nearest).toList();
        List<String> lines = new ArrayList<>();
        if (shown.size() > MOST) {
            int earlier = shown.size() - MOST;
            lines.add("(" + earlier + " earlier " + noun + (earlier == 1 ? " is" : "s are") + " as near)");
        }
        shown.subList(Math.max(0, shown.size() - MOST), shown.size())
                .forEach(item -> lines.add(description.apply(item) + ": " + reasons(item)));
        return lines;
    }

    private boolean missesSomeButNotAll(T item) {
        return distance(item) > 0
                && criteria.stream().anyMatch(criterion -> criterion.weight() > 0 && criterion.isMetBy(item));
    }

    private int distance(T item) {
        return criteria.stream()
                .filter(criterion -> !criterion.isMetBy(item))
                .mapToInt(Criterion::weight)
                .sum();
    }

    private String reasons(T item) {
        return criteria.stream()
                .filter(criterion -> !criterion.isMetBy(item))
                .map(criterion -> criterion.miss().apply(item))
                .distinct()
                .collect(joining("; "));
    }
}
