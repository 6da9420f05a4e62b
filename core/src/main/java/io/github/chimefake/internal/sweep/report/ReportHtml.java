package io.github.chimefake.internal.sweep.report;

import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders the JSON of a report as one page without scripts and without anything from elsewhere. */
final class ReportHtml {
    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
            article { border: 1px solid #8886; border-left: .4rem solid #c60; border-radius: .3rem; margin: 1rem 0; padding: .5rem 1rem; }
            article.hung, article.duplicated, article.half-done, article.poisoned { border-left-color: #c00; }
            h2, h3 { margin: .3rem 0; }
            code { overflow-wrap: anywhere; }
            dl { display: grid; gap: .2rem 1rem; grid-template-columns: max-content 1fr; margin: .5rem 0; }
            dt { opacity: .7; }
            dd { margin: 0; overflow-wrap: anywhere; }
            table { border-collapse: collapse; width: 100%; }
            td, th { border-bottom: 1px solid #8884; overflow-wrap: anywhere; padding: .2rem .5rem; text-align: left; vertical-align: top; }
            tr.alarm td { background: #c601; }
            .good { color: #080; }
            @media (prefers-color-scheme: dark) { .good { color: #5c5; } }
            """;

    private ReportHtml() {}

    static String of(JsonObject report) {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>Sweep</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>Sweep</h1>\n<p>")
                .append(text(report, "summary"))
                .append("</p>\n");
        findings(report, page);
        List<JsonObject> tests = objects(report, "reports");
        if (tests.isEmpty()) {
            test(report, page);
        } else {
            tests.stream()
                    .sorted((one, other) -> Long.compare(number(other, "alarms"), number(one, "alarms")))
                    .forEach(each -> {
                        page.append("<details><summary>")
                                .append(text(each, "summary"))
                                .append("</summary>\n");
                        test(each, page);
                        page.append("</details>\n");
                    });
        }
        notSwept(report, page);
        return page.append("</body>\n</html>\n").toString();
    }

    private static void findings(JsonObject report, StringBuilder page) {
        List<JsonObject> findings = objects(report, "findings");
        if (findings.isEmpty()) {
            page.append("<p class=\"good\">No alarms.</p>\n");
        }
        for (JsonObject finding : findings) {
            page.append("<article class=\"")
                    .append(text(finding, "oracle").replace(' ', '-'))
                    .append("\">\n<h2>")
                    .append(text(finding, "oracle"))
                    .append(" at <code>")
                    .append(text(finding, "line"))
                    .append("</code></h2>\n<dl>\n");
            row("what happened", text(finding, "whatHappened"), page);
            row("what to do", text(finding, "whatToDo"), page);
            row("which calls", texts(finding, "whichCalls"), page);
            row("called by", texts(finding, "calledBy"), page);
            row("failures", texts(finding, "failures"), page);
            row("calls", texts(finding, "calls"), page);
            row("tests", texts(finding, "tests"), page);
            page.append("</dl>\n<details><summary>runs</summary><ul>\n");
            strings(finding, "runs")
                    .forEach(run ->
                            page.append("<li><code>").append(escaped(run)).append("</code></li>\n"));
            page.append("</ul></details>\n</article>\n");
        }
    }

    private static void row(String name, String content, StringBuilder page) {
        if (!content.isEmpty()) {
            page.append("<dt>").append(name).append("</dt><dd>").append(content).append("</dd>\n");
        }
    }

    private static void test(JsonObject report, StringBuilder page) {
        page.append("<table>\n<tr><th>run</th><th>outcome</th><th>alarms</th></tr>\n");
        for (JsonObject verdict : objects(report, "verdicts")) {
            Map<String, JsonValue> alarms = members(verdict, "alarms");
            page.append(alarms.isEmpty() ? "<tr>" : "<tr class=\"alarm\">")
                    .append("<td>")
                    .append(text(verdict, "run"))
                    .append("</td><td>")
                    .append(text(verdict, "outcome"))
                    .append("</td><td>")
                    .append(alarms.entrySet().stream()
                            .map(alarm -> escaped(alarm.getKey()) + ": " + escaped(string(alarm.getValue())))
                            .collect(Collectors.joining("<br>")))
                    .append("</td></tr>\n");
        }
        page.append("</table>\n");
        list(strings(report, "notes"), page);
        long equivalent = number(report, "skippedAsEquivalent");
        long beyondLimit = number(report, "skippedByLimit");
        if (equivalent + beyondLimit > 0) {
            page.append("<p>Left out: ")
                    .append(equivalent)
                    .append(" with the effect of another run, ")
                    .append(beyondLimit)
                    .append(" by the limit.</p>\n");
        }
    }

    private static void notSwept(JsonObject report, StringBuilder page) {
        Map<String, JsonValue> excluded = members(report, "notSwept");
        if (!excluded.isEmpty()) {
            page.append("<h2>Not swept</h2>\n");
            list(
                    excluded.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + string(entry.getValue()))
                            .toList(),
                    page);
        }
    }

    private static void list(List<String> items, StringBuilder page) {
        if (!items.isEmpty()) {
            page.append("<ul>\n");
            items.forEach(item -> page.append("<li>").append(escaped(item)).append("</li>\n"));
            page.append("</ul>\n");
        }
    }

    private static List<JsonObject> objects(JsonObject in, String member) {
        return items(in, member).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    private static List<String> strings(JsonObject in, String member) {
        return items(in, member).stream().map(ReportHtml::string).toList();
    }

    private static List<JsonValue> items(JsonObject in, String member) {
        return in.get(member)
                .filter(JsonArray.class::isInstance)
                .map(array -> ((JsonArray) array).items())
                .orElse(List.of());
    }

    private static Map<String, JsonValue> members(JsonObject in, String member) {
        return in.get(member)
                .filter(JsonObject.class::isInstance)
                .map(object -> ((JsonObject) object).members())
                .orElse(Map.of());
    }

    private static long number(JsonObject in, String member) {
        return in.get(member)
                .filter(JsonNumber.class::isInstance)
                .map(number -> ((JsonNumber) number).value().longValue())
                .orElse(0L);
    }

    private static String texts(JsonObject in, String member) {
        return strings(in, member).stream()
                .map(ReportHtml::escaped)
                .map(text -> "<code>" + text + "</code>")
                .collect(Collectors.joining(", "));
    }

    private static String text(JsonObject in, String member) {
        return in.get(member).map(ReportHtml::string).map(ReportHtml::escaped).orElse("");
    }

    private static String string(JsonValue value) {
        return value instanceof JsonString string ? string.value() : value.toJson();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
