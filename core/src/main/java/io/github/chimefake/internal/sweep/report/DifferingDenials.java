package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.sweep.SweepSite;
import io.github.chimefake.sweep.SweepVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Notes about calls whose denials end differently. That may be meant: it is never an alarm. */
final class DifferingDenials {
    private DifferingDenials() {}

    static List<String> notes(List<SweepVerdict> verdicts) {
        Map<SweepSite, TreeSet<String>> kinds = verdicts.stream()
                .filter(verdict -> verdict.injected().failure().isDenial())
                .collect(Collectors.groupingBy(
                        verdict -> verdict.injected().site(),
                        LinkedHashMap::new,
                        Collectors.mapping(verdict -> kind(verdict.outcome()), Collectors.toCollection(TreeSet::new))));
        return kinds.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry ->
                        "denials differ: of " + entry.getKey() + ", some " + String.join(", others ", entry.getValue()))
                .toList();
    }

    /** Denials have different exceptions, which is no difference. */
    private static String kind(String outcome) {
        return outcome.startsWith("threw ") ? "threw an exception" : outcome;
    }
}
