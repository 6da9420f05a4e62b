package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSite;
import io.github.chimefake.sweep.SweepVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report for programs. */
final class ReportJson {
    private ReportJson() {}

    static JsonObject of(SweepReport report) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("test", new JsonString(report.test()));
        members.put("summary", new JsonString(ReportText.head(report)));
        members.put("runs", JsonNumber.of(report.verdicts().size()));
        members.put("alarms", JsonNumber.of(report.alarms().size()));
        members.put("skippedAsEquivalent", JsonNumber.of(report.skippedAsEquivalent()));
        members.put("skippedByLimit", JsonNumber.of(report.skippedByLimit()));
        members.put("findings", findings(List.of(report)));
        members.put(
                "sites",
                new JsonArray(report.sites().stream().map(ReportJson::site).toList()));
        members.put(
                "verdicts",
                new JsonArray(
                        report.verdicts().stream().map(ReportJson::verdict).toList()));
        members.put("notes", texts(report.notes()));
        return new JsonObject(members);
    }

    /** Returns the alarms by oracle and line, the worst first. */
    static JsonArray findings(List<SweepReport> reports) {
        return new JsonArray(
                Findings.of(reports).stream().map(ReportJson::finding).toList());
    }

    private static JsonValue finding(Finding finding) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("oracle", new JsonString(finding.oracle().toString()));
        members.put("line", new JsonString(finding.line()));
        members.put("whichCalls", texts(finding.through()));
        members.put("calledBy", texts(finding.calledBy()));
        members.put("whatHappened", new JsonString(finding.reason()));
        members.put("whatToDo", new JsonString(Advice.about(finding.oracle())));
        members.put("failures", texts(finding.failures()));
        members.put("calls", texts(finding.calls()));
        members.put("runs", texts(finding.tests().size() > 1 ? finding.runsOfTests() : finding.runs()));
        members.put("tests", texts(finding.tests()));
        return new JsonObject(members);
    }

    private static JsonValue site(SweepSite site) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("operation", new JsonString(site.operation().awsName()));
        members.put("who", new JsonString(site.who()));
        site.channel().ifPresent(channel -> members.put("channel", new JsonString(channel)));
        members.put("otherResources", texts(site.otherResources()));
        members.put("occurrence", JsonNumber.of(site.occurrence()));
        members.put("lines", texts(site.lines()));
        return new JsonObject(members);
    }

    private static JsonValue verdict(SweepVerdict verdict) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("run", new JsonString(verdict.name()));
        members.put("site", new JsonString(verdict.injected().site().toString()));
        members.put("failure", new JsonString(verdict.injected().failure().name()));
        members.put("outcome", new JsonString(verdict.outcome()));
        Map<String, JsonValue> alarms = new LinkedHashMap<>();
        verdict.alarms().forEach((oracle, reason) -> alarms.put(oracle.toString(), new JsonString(reason)));
        members.put("alarms", new JsonObject(alarms));
        return new JsonObject(members);
    }

    private static JsonArray texts(List<String> texts) {
        return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
    }
}
