package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSite;
import io.github.chimefake.sweep.SweepVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report about a test for a person: alarms first, the worst oracle first, one entry for each line of code and oracle; then all runs. */
final class ReportText {
    private static final String LINE = System.lineSeparator();

    private ReportText() {}

    static String of(SweepReport report) {
        StringBuilder text = new StringBuilder(head(report)).append(LINE);
        skipped(report, text);
        for (Finding finding : Findings.of(List.of(report))) {
            text.append(entry(finding));
            finding.runs().forEach(run -> text.append("  - ").append(run).append(LINE));
        }
        runs(report, text);
        report.notes().forEach(note -> text.append("note: ").append(note).append(LINE));
        return text.toString();
    }

    /** Returns a report in one line. */
    static String head(SweepReport report) {
        int alarms = report.alarms().size();
        return "Sweep of " + oneLine(report.test()) + ": the test ran "
                + report.verdicts().size() + " times with a failure, at "
                + report.sites().size() + " calls; " + (alarms == 0 ? "no alarms" : counted(alarms, "alarm"));
    }

    /** Returns a text without line breaks, which would look like other lines of a report. */
    static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
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

    /** Returns where the alarm is, what happened, and what to do. */
    static String entry(Finding finding) {
        return "ALARM " + finding.oracle() + " at " + finding.line() + LINE
                + lines("  which calls ", finding.through())
                + lines("  called by ", finding.calledBy())
                + "  what happened: " + finding.reason() + LINE
                + "  what to do: " + Advice.about(finding.oracle()) + LINE;
    }

    private static String lines(String label, List<String> lines) {
        return lines.isEmpty() ? "" : label + String.join(", ", lines) + LINE;
    }

    private static void runs(SweepReport report, StringBuilder text) {
        Map<SweepSite, List<SweepVerdict>> ofSites = new LinkedHashMap<>();
        report.sites().forEach(site -> ofSites.put(site, new ArrayList<>()));
        report.verdicts()
                .forEach(verdict -> ofSites.computeIfAbsent(verdict.injected().site(), key -> new ArrayList<>())
                        .add(verdict));
        Map<String, Long> headings = ofSites.keySet().stream()
                .collect(Collectors.groupingBy(site -> heading(report, site), Collectors.counting()));
        ofSites.forEach((site, verdicts) -> {
            String heading = heading(report, site);
            text.append(heading)
                    .append(headings.getOrDefault(heading, 1L) > 1 ? callers(report, site) : "")
                    .append(LINE);
            verdicts.forEach(verdict -> text.append("  ")
                    .append(verdict.name().substring(Math.min(verdict.name().length(), prefix(verdict, site))))
                    .append(": ")
                    .append(verdict.outcome())
                    .append(
                            verdict.alarms().isEmpty()
                                    ? ""
                                    : " " + verdict.alarms().keySet())
                    .append(LINE));
        });
    }

    private static String heading(SweepReport report, SweepSite site) {
        return site + " at " + CodeFrames.line(report.test(), site);
    }

    /** Tells two calls of one line apart. */
    private static String callers(SweepReport report, SweepSite site) {
        List<String> frames = CodeFrames.of(report.test(), site);
        return frames.size() < 2 ? "" : ", called by " + String.join(" < ", frames.subList(1, frames.size()));
    }

    /** The name of a run with one failure begins with the site, which stands above it. */
    private static int prefix(SweepVerdict verdict, SweepSite site) {
        String start = site + ": ";
        return verdict.name().startsWith(start)
                        && verdict.name().equals(verdict.injected().name())
                ? start.length()
                : 0;
    }
}
