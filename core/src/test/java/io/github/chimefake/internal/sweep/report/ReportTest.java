package io.github.chimefake.internal.sweep.report;

import static io.github.chimefake.internal.sweep.SweepValues.failure;
import static io.github.chimefake.internal.sweep.SweepValues.site;
import static io.github.chimefake.sweep.SweepOracle.HUNG;
import static io.github.chimefake.sweep.SweepOracle.LEAKED;
import static io.github.chimefake.sweep.SweepOracle.SWALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.MalformedJsonException;
import io.github.chimefake.internal.sweep.SweepValues;
import io.github.chimefake.internal.sweep.oracles.Oracles;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSite;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports as text, JSON, HTML and approvable lines. */
class ReportTest {
    private static SweepReport swallowing(String test) {
        return Reports.of(test)
                .alarm(SWALLOWED, "role", "Chat.send(Chat.java:10)")
                .report();
    }

    @ParameterizedTest
    @EnumSource
    void anEntrySaysWhatHappenedAndWhatToDo(SweepOracle oracle) {
        assertThat(Reports.of("test")
                        .alarm(oracle, "role", "Chat.send(Chat.java:10)", "Chat.ban(Chat.java:20)")
                        .report()
                        .toString())
                .containsSubsequence(
                        "ALARM " + oracle + " at Chat.send(Chat.java:10)",
                        "called by Chat.ban(Chat.java:20)",
                        "what happened: the reason",
                        "what to do: " + Advice.about(oracle),
                        "- SendChannelMessage by alice in general: role");
    }

    @Test
    void theReportOfASuiteHasOneEntryForALineAndALineForEachTest() {
        List<SweepReport> reports = IntStream.range(0, 5)
                .mapToObj(number -> swallowing("ATest.test" + number))
                .toList();

        String text = SweepReport.ofSuite(reports, Map.of("BTest.b", "fails by itself"))
                .toString();

        assertThat(text)
                .startsWith("Sweep of 5 tests, each of which ran many times, 5 times with a failure in all:"
                        + " 5 alarms in 1 entry")
                .containsOnlyOnce("ALARM")
                .contains("tests: ATest.test0, ATest.test1, ATest.test2 and 2 more")
                .contains("failures: role")
                .contains("Sweep of ATest.test4: the test ran 1 times with a failure, at 1 calls; 1 alarm")
                .contains("not swept: BTest.b: fails by itself");
    }

    @Test
    void twoCallsOfOneLineAreToldApartByTheirCallers() {
        SweepSite first =
                SweepValues.site(Operation.SEND_CHANNEL_MESSAGE, 1, "Api.send(Api.java:3)", "Chat.a(Chat.java:1)");
        SweepSite second =
                SweepValues.site(Operation.SEND_CHANNEL_MESSAGE, 1, "Api.send(Api.java:3)", "Chat.b(Chat.java:2)");

        assertThat(new Report("test", List.of(first, second), List.of(), 0, 0, List.of()).toString())
                .contains("at Api.send(Api.java:3), called by Chat.a(Chat.java:1)")
                .contains("at Api.send(Api.java:3), called by Chat.b(Chat.java:2)");
    }

    @Test
    void anEntryOfASuiteNamesRunsToRepeat() {
        List<SweepReport> reports = IntStream.range(0, 7)
                .mapToObj(number -> swallowing("ATest.test" + number))
                .toList();

        assertThat(SweepReport.ofSuite(reports, Map.of()).toString().lines())
                .containsSubsequence(
                        "  runs:",
                        "  - SendChannelMessage by alice in general: role, of ATest.test0",
                        "  - SendChannelMessage by alice in general: role, of ATest.test4",
                        "  and 2 more")
                .noneMatch(line -> line.endsWith(", of ATest.test5"));
    }

    @Test
    void aMergedReportHasEachNoteOnce() {
        SweepReport report = Reports.of("ATest.a")
                .verdict("role", "threw ForbiddenException", Map.of(), "Chat.send(Chat.java:10)")
                .verdict("unknown bearer", "passed", Map.of(), "Chat.send(Chat.java:10)")
                .report();

        String merged = SweepReport.ofSuites(
                        List.of(SweepReport.ofSuite(List.of(report), Map.of()).toJson()))
                .toString();

        assertThat(merged).containsOnlyOnce("note: ATest.a: denials differ");
    }

    @Test
    void lineBreaksInNamesAndReasonsBreakNoLines() {
        String text = SweepReport.ofSuite(
                        List.of(swallowing("ATest.a, one\ntwo")),
                        Map.of("BTest.b", "fails when it is repeated: \nExpecting:\n  one"))
                .toString();

        assertThat(text.lines())
                .contains("not swept: BTest.b: fails when it is repeated: Expecting: one")
                .anyMatch(line -> line.startsWith("Sweep of ATest.a, one two: the test ran 1 times"))
                .noneMatch(line -> line.startsWith("two"));
    }

    @Test
    void theJsonHasAllRowsAndTheEntries() throws MalformedJsonException {
        String json = Json.parse(SweepReport.ofSuite(List.of(swallowing("ATest.a")), Map.of("b", "c"))
                        .toJson())
                .toString();

        assertThat(json)
                .contains("\"findings\":[{\"oracle\":\"swallowed\",\"line\":\"Chat.send(Chat.java:10)\"")
                .contains("\"notSwept\":{\"b\":\"c\"}")
                .contains("\"verdicts\":[{\"run\":\"SendChannelMessage by alice in general: role\"");
    }

    @Test
    void denialsThatEndDifferentlyAreANote() {
        SweepReport report = Reports.of("test")
                .verdict("role", "threw ForbiddenException", Map.of(), "Chat.send(Chat.java:10)")
                .verdict("unknown bearer", "threw UnauthorizedClientException", Map.of(), "Chat.send(Chat.java:10)")
                .report();
        assertThat(report.notes()).isEmpty();

        assertThat(Reports.of("test")
                        .verdict("role", "threw ForbiddenException", Map.of(), "Chat.send(Chat.java:10)")
                        .verdict("unknown bearer", "passed", Map.of(), "Chat.send(Chat.java:10)")
                        .verdict("throttled", "did not end", Map.of(), "Chat.send(Chat.java:10)")
                        .report()
                        .notes())
                .containsExactly("denials differ: of SendChannelMessage by alice in general,"
                        + " some passed, others threw an exception");
    }

    @Test
    void htmlEscapesHostileNames() {
        String hostile = "<script>alert('x')</script>\"&";
        SweepReport report = Reports.of(hostile)
                .verdict("role", hostile, Map.of(SWALLOWED, hostile), hostile)
                .verdict("throttled", "did not end", Map.of(HUNG, hostile), hostile)
                .report();

        for (String page : List.of(
                report.toHtml(),
                SweepReport.ofSuite(List.of(report), Map.of(hostile, hostile)).toHtml())) {
            assertThat(page)
                    .startsWith("<!DOCTYPE html>")
                    .endsWith("</html>\n")
                    .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;")
                    .doesNotContain("<script", "alert('", "src=", "href=");
            assertThat(page.indexOf("<h2>hung")).isBetween(1, page.indexOf("<h2>swallowed"));
        }
    }

    @Test
    void htmlSaysThatThereAreNoAlarms() {
        assertThat(Reports.of("test").good("Chat.send(Chat.java:10)").report().toHtml())
                .contains("No alarms.")
                .contains("<td>SendChannelMessage by alice in general: role</td><td>threw ForbiddenException</td>");
    }

    @Test
    void approvableLinesAreSortedAndFoldedAndHaveNoNumbers() {
        InjectedFailure first = failure(site(Operation.SEND_CHANNEL_MESSAGE, 2, "Chat.send(Chat.java:10)"), "role");
        InjectedFailure then = failure(site(Operation.SEND_CHANNEL_MESSAGE, 3, "Chat.send(Chat.java:11)"), "throttled");
        SweepReport report = new Report(
                "test",
                List.of(first.site(), then.site()),
                List.of(
                        new Verdict(then.name(), then, "passed", Map.of()),
                        new Verdict(first.name(), first, "passed", Map.of(SWALLOWED, "17 times")),
                        new Verdict(first.name(), first, "passed", Map.of(SWALLOWED, "18 times")),
                        new Verdict(first.name() + ", then " + then.name(), then, "threw X", Map.of())),
                0,
                0,
                List.of());

        assertThat(report.approvableLines())
                .containsExactly(
                        "alarm swallowed: SendChannelMessage by alice in general, role",
                        "ok SendChannelMessage by alice in general, throttled: passed",
                        "ok SendChannelMessage by alice in general: role,"
                                + " then SendChannelMessage by alice in general, throttled: threw X");
    }

    @Test
    void anAlarmOfEachRunHasALineThatDependsOnNone() {
        SweepReport report = Reports.of("test")
                .verdict(
                        "role",
                        "passed",
                        Map.of(LEAKED, "a secret" + Oracles.ALSO_WITHOUT_FAILURE),
                        "Chat.send(Chat.java:1)")
                .report();

        assertThat(report.approvableLines()).containsExactly("alarm leaked: each run, also without a failure");
    }
}
