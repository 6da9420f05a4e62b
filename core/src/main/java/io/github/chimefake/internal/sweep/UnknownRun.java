package io.github.chimefake.internal.sweep;

import io.github.chimefake.internal.text.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says that there is no run with a name. */
final class UnknownRun {
    private static final int CLOSEST = 3;

    private UnknownRun() {}

    static String explain(String name, Set<String> known) {
        List<String> closest = known.stream()
                .sorted(Comparator.<String>comparingInt(other -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(CLOSEST)
                .toList();
        return "There is no run \"" + name + "\", so nothing was injected. "
                + (closest.isEmpty()
                        ? "The sweep has no runs with a failure"
                        : closest.stream().collect(Collectors.joining("\", \"", "The closest names are \"", "\"")))
                + ". The report of the whole sweep has all names";
    }

    private static int distance(String one, String other) {
        return EditDistance.of(
                one.length(), other.length(), 1, (i, j) -> one.charAt(i) == other.charAt(j) ? 0 : 1, Integer.MAX_VALUE);
    }
}
