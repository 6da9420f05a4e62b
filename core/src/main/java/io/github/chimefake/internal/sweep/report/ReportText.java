package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSite;
import io.github.chimefake.sweep.SweepVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report for a person: alarms first, the worst oracle first, one entry for each line of code and oracle; then all runs. */
final class ReportText {
    private static final String LINE = System.lineSeparator();

    private ReportText() {}

    private record Entry(SweepOracle oracle, String line) {}

    static String of(SweepReport report) {
        StringBuilder text = new StringBuilder();
        text.append("Sweep of ")
                .append(report.test())
                .append(": the test ran ")
                .append(report.verdicts().size());
        text.append(" times with a failure, at ").append(report.sites().size()).append(" calls; ");
        int alarms = report.alarms().size();
        text.append(alarms == 0 ? "no alarms" : alarms + (alarms == 1 ? " alarm" : " alarms"))
                .append(LINE);
        skipped(report, text);
        alarms(report, text);
        runs(report, text);
        report.notes().forEach(note -> text.append("note: ").append(note).append(LINE));
        return text.toString();
    }

    private static void skipped(SweepReport report, StringBuilder text) {
        if (report.skippedAsEquivalent() > 0) {
            text.append("left out, with the effect of another run: ")
                    .append(report.skippedAsEquivalent())
                    .append(LINE);
        }
        if (report.skippedByLimit() > 0) {
            text.append("left out by the limit: ")
                    .append(report.skippedByLimit())
                    .append(LINE);
        }
    }

    private static void alarms(SweepReport report, StringBuilder text) {
        Map<Entry, List<SweepVerdict>> entries = new LinkedHashMap<>();
        for (SweepOracle oracle : SweepOracle.values()) {
            report.alarms().stream()
                    .filter(verdict -> verdict.alarms().containsKey(oracle))
                    .forEach(verdict -> entries.computeIfAbsent(
                                    new Entry(oracle, line(verdict.injected().site())), key -> new ArrayList<>())
                            .add(verdict));
        }
        entries.forEach((entry, verdicts) -> {
            text.append("ALARM ")
                    .append(entry.oracle())
                    .append(" at ")
                    .append(entry.line())
                    .append(LINE);
            text.append("  ")
                    .append(verdicts.get(0).alarms().get(entry.oracle()))
                    .append(LINE);
            verdicts.forEach(
                    verdict -> text.append("  - ").append(name(verdict)).append(LINE));
        });
    }

    private static String name(SweepVerdict verdict) {
        return verdict instanceof Verdict own ? own.name() : verdict.injected().name();
    }

    private static String line(SweepSite site) {
        return site.lines().isEmpty()
                ? "an unknown line (" + site + ")"
                : site.lines().get(0);
    }

    private static void runs(SweepReport report, StringBuilder text) {
        Map<SweepSite, List<SweepVerdict>> ofSites = new LinkedHashMap<>();
        report.sites().forEach(site -> ofSites.put(site, new ArrayList<>()));
        report.verdicts()
                .forEach(verdict -> ofSites.computeIfAbsent(verdict.injected().site(), key -> new ArrayList<>())
                        .add(verdict));
        ofSites.forEach((site, verdicts) -> {
            text.append(site).append(" at ").append(line(site)).append(LINE);
            verdicts.forEach(verdict -> text.append("  ")
                    .append(name(verdict).substring(Math.min(name(verdict).length(), prefix(verdict, site))))
                    .append(": ")
                    .append(verdict.outcome())
                    .append(
                            verdict.alarms().isEmpty()
                                    ? ""
                                    : " " + verdict.alarms().keySet())
                    .append(LINE));
        });
    }

    /** The name of a run with one failure begins with the site, which stands above it. */
    private static int prefix(SweepVerdict verdict, SweepSite site) {
        String start = site + ": ";
        return name(verdict).startsWith(start)
                        && name(verdict).equals(verdict.injected().name())
                ? start.length()
                : 0;
    }
}
