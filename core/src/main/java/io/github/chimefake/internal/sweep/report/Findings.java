package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.internal.failures.SweptFailures;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSite;
import io.github.chimefake.sweep.SweepVerdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Folds the alarms of one or many tests: one entry for each oracle and line of code, the worst first. */
final class Findings {
    private final List<SweepReport> reports;
    private final List<List<String>> stacks = new ArrayList<>();

    private Findings(List<SweepReport> reports) {
        this.reports = reports;
        reports.forEach(report -> report.sites().forEach(site -> stacks.add(CodeFrames.of(report.test(), site))));
    }

    static List<Finding> of(List<SweepReport> reports) {
        return new Findings(reports).all();
    }

    private record Alarm(String test, SweepVerdict verdict, List<String> frames) {
        SweepSite site() {
            return verdict.injected().site();
        }
    }

    private List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        for (SweepOracle oracle : SweepOracle.values()) {
            all.addAll(findings(oracle));
        }
        return List.copyOf(all);
    }

    private List<Finding> findings(SweepOracle oracle) {
        List<Alarm> alarms = new ArrayList<>();
        for (SweepReport report : reports) {
            report.alarms().stream()
                    .filter(verdict -> verdict.alarms().containsKey(oracle))
                    .forEach(verdict -> alarms.add(new Alarm(
                            report.test(),
                            verdict,
                            CodeFrames.of(report.test(), verdict.injected().site()))));
        }
        CulpritLine culprit =
                new CulpritLine(stacks, alarms.stream().map(Alarm::frames).toList());
        Map<String, List<Alarm>> byLine = new LinkedHashMap<>();
        alarms.forEach(alarm -> byLine.computeIfAbsent(line(alarm, culprit), key -> new ArrayList<>())
                .add(alarm));
        return byLine.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .map(entry -> finding(oracle, entry.getKey(), entry.getValue(), culprit))
                .toList();
    }

    private static String line(Alarm alarm, CulpritLine culprit) {
        return alarm.frames().isEmpty()
                ? CodeFrames.unknown(alarm.site())
                : alarm.frames().get(culprit.depth(alarm.frames()));
    }

    private static Finding finding(SweepOracle oracle, String line, List<Alarm> alarms, CulpritLine culprit) {
        List<String> frames = alarms.get(0).frames();
        return new Finding(
                oracle,
                line,
                frames.subList(0, culprit.depth(frames)),
                alarms.stream()
                        .map(Alarm::frames)
                        .flatMap(each ->
                                each.stream().skip(culprit.depth(each) + 1L).limit(1))
                        .distinct()
                        .sorted()
                        .toList(),
                FoldedReasons.of(alarms.stream()
                        .map(alarm -> alarm.verdict().alarms().getOrDefault(oracle, ""))
                        .toList()),
                distinct(
                        alarms,
                        alarm -> SweptFailures.shortName(
                                alarm.verdict().injected().failure())),
                distinct(alarms, alarm -> alarm.site().toString()),
                distinct(alarms, alarm -> alarm.verdict().name()),
                distinct(alarms, Alarm::test),
                distinct(alarms, alarm -> alarm.verdict().name() + ", of " + alarm.test()));
    }

    private static List<String> distinct(List<Alarm> alarms, Function<Alarm, String> text) {
        return alarms.stream().map(text).distinct().toList();
    }
}
