package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.sweep.SweepReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report about many tests: alarms folded across tests, and each test in one line. */
public record SuiteReport(List<SweepReport> reports, Map<String, String> notSwept) implements SweepReport.OfSuite {
    private static final String LINE = System.lineSeparator();
    private static final int EXAMPLES = 3;
    private static final int RUNS = 5;

    public SuiteReport {
        reports = List.copyOf(reports);
        notSwept = java.util.Collections.unmodifiableMap(new TreeMap<>(notSwept));
    }

    @Override
    public String summary() {
        int runs = reports.stream().mapToInt(report -> report.verdicts().size()).sum();
        int alarms = reports.stream().mapToInt(report -> report.alarms().size()).sum();
        int entries = Findings.of(reports).size();
        return "Sweep of " + ReportText.counted(reports.size(), "test") + ", each of which ran many times, " + runs
                + " times with a failure in all: " + ReportText.counted(alarms, "alarm")
                + (alarms == 0 ? "" : " in " + entries + (entries == 1 ? " entry" : " entries"));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(summary()).append(LINE);
        leftOut(text);
        Findings.of(reports).forEach(finding -> text.append(LINE).append(entry(finding)));
        text.append(LINE);
        reports.stream()
                .sorted((one, other) ->
                        Integer.compare(other.alarms().size(), one.alarms().size()))
                .forEach(report -> text.append(ReportText.head(report)).append(LINE));
        reports.stream()
                .flatMap(report ->
                        report.notes().stream().map(note -> ReportText.oneLine("note: " + report.test() + ": " + note)))
                .forEach(note -> text.append(note).append(LINE));
        notSwept.forEach((test, reason) -> text.append(ReportText.oneLine("not swept: " + test + ": " + reason))
                .append(LINE));
        return text.toString();
    }

    private void leftOut(StringBuilder text) {
        int byLimit = reports.stream().mapToInt(SweepReport::skippedByLimit).sum();
        int equivalent =
                reports.stream().mapToInt(SweepReport::skippedAsEquivalent).sum();
        text.append("left out: ")
                .append(ReportText.counted(byLimit, "run"))
                .append(" by the limit, ")
                .append(equivalent)
                .append(" with the effect of another run; not swept: ")
                .append(ReportText.counted(notSwept.size(), "test"))
                .append(LINE);
    }

    private static String entry(Finding finding) {
        return ReportText.entry(finding)
                + "  failures: " + String.join(", ", finding.failures()) + LINE
                + "  calls: " + examples(finding.calls()) + LINE
                + "  tests: " + examples(finding.tests()) + LINE
                + runs(finding.runsOfTests());
    }

    /** Returns the names with which runs can be repeated. */
    private static String runs(List<String> all) {
        return "  runs:" + LINE
                + all.stream()
                        .limit(RUNS)
                        .map(run -> "  - " + ReportText.oneLine(run) + LINE)
                        .collect(Collectors.joining())
                + (all.size() > RUNS ? "  and " + (all.size() - RUNS) + " more" + LINE : "");
    }

    private static String examples(List<String> all) {
        return all.stream().limit(EXAMPLES).map(ReportText::oneLine).collect(Collectors.joining(", "))
                + (all.size() > EXAMPLES ? " and " + (all.size() - EXAMPLES) + " more" : "");
    }

    @Override
    public String toJson() {
        return json().toIndentedJson();
    }

    @Override
    public String toHtml() {
        return ReportHtml.of(json());
    }

    private JsonObject json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("summary", new JsonString(summary()));
        members.put("tests", JsonNumber.of(reports.size()));
        members.put("findings", ReportJson.findings(reports));
        Map<String, JsonValue> excluded = new LinkedHashMap<>();
        notSwept.forEach((test, reason) -> excluded.put(test, new JsonString(reason)));
        members.put("notSwept", new JsonObject(excluded));
        members.put(
                "reports",
                new JsonArray(reports.stream().<JsonValue>map(ReportJson::of).toList()));
        return new JsonObject(members);
    }
}
