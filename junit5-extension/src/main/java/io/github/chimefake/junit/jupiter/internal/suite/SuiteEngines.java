package io.github.chimefake.junit.jupiter.internal.suite;

import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The engines of a suite: for each test, one for each of its fakes, one after the other. */
final class SuiteEngines {
    private final Map<String, List<OfFake>> all = new LinkedHashMap<>();
    private final Map<String, Deque<OfFake>> remaining = new LinkedHashMap<>();

    private record OfFake(String fake, SweepEngine engine) {
        private Optional<NextRun> next() {
            return engine.next().map(run -> new NextRun(run, fake));
        }
    }

    /** Adds the engine for a fake of a test. */
    void add(String id, String fake, SweepEngine engine) {
        OfFake added = new OfFake(fake, engine);
        all.computeIfAbsent(id, key -> new ArrayList<>()).add(added);
        remaining.computeIfAbsent(id, key -> new ArrayDeque<>()).add(added);
    }

    /** Returns the next run of each test that has one; nothing if there are no more. */
    Map<String, NextRun> nextRound() {
        Map<String, NextRun> round = new LinkedHashMap<>();
        remaining.forEach((id, engines) -> next(engines).ifPresent(run -> round.put(id, run)));
        remaining.keySet().retainAll(round.keySet());
        return round;
    }

    private static Optional<NextRun> next(Deque<OfFake> engines) {
        while (!engines.isEmpty()) {
            Optional<NextRun> run = engines.peek().next();
            if (run.isPresent()) {
                return run;
            }
            engines.remove();
        }
        return Optional.empty();
    }

    /** Ends the sweep of a test. */
    void remove(String id) {
        remaining.remove(id);
    }

    /** Returns whether a test has no further runs. */
    boolean hasEnded(String id) {
        return !remaining.containsKey(id);
    }

    /** Returns whether no call of a test was found that can be swept, so far. */
    boolean hasNoCalls(String id) {
        return reports(id).stream().allMatch(report -> report.sites().isEmpty());
    }

    /** Ends the sweep of all tests. Their further runs are left out. */
    void leaveOut(String reason) {
        for (Map<String, NextRun> round = nextRound(); !round.isEmpty(); round = nextRound()) {
            round.values().forEach(next -> next.run().leaveOut(reason));
        }
    }

    Set<String> ids() {
        return all.keySet();
    }

    /** Returns whether the only run that is wanted is a run of no test. */
    boolean haveNoRunToRepeat() {
        return all.values().stream()
                .flatMap(List::stream)
                .map(OfFake::engine)
                .allMatch(engine -> engine.whyNothingWasSwept().isPresent()
                        || engine.report().verdicts().isEmpty());
    }

    boolean hasVerdicts(String id) {
        return reports(id).stream().anyMatch(report -> !report.verdicts().isEmpty());
    }

    /** Returns the reports of a test that say something: of several fakes, those with calls that are swept. */
    List<SweepReport> reports(String id) {
        List<SweepReport> reports = all.getOrDefault(id, List.of()).stream()
                .map(each -> each.engine().report())
                .toList();
        return reports.size() == 1
                ? reports
                : reports.stream().filter(report -> !report.sites().isEmpty()).toList();
    }

    /** Returns about how many runs with a failure there are in all. */
    int expectedRuns() {
        return all.values().stream()
                .flatMap(List::stream)
                .mapToInt(each -> each.engine().expectedRuns())
                .sum();
    }
}
