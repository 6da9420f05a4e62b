package io.github.chimefake.benchmarks;

import io.github.chimefake.benchmarks.FirstResponse.What;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a fresh JVM takes to the first response, and what its parts take alone. */
final class ColdStartSection implements Section {
    @Override
    public void measure(Form form, Page page) {
        FreshJvm jvm = new FreshJvm();
        FreshJvm quicklyCompiling = new FreshJvm("-XX:TieredStopAtLevel=1");
        Map<What, Measurements> starts = new EnumMap<>(What.class);
        Map<What, Measurements> quickStarts = new EnumMap<>(What.class);
        Measurements clients = new Measurements();
        jvm.run(FirstResponse.class, What.FAKE); // Brings the files into memory.
        for (int i = 0; i < form.coldStarts; i++) {
            for (What what : What.values()) {
                starts.computeIfAbsent(what, unknown -> new Measurements()).addAll(jvm.run(FirstResponse.class, what));
            }
            for (What what : List.of(What.FAKE, What.WIREMOCK)) {
                quickStarts
                        .computeIfAbsent(what, unknown -> new Measurements())
                        .addAll(quicklyCompiling.run(FirstResponse.class, what));
            }
            clients.addAll(jvm.run(SdkClients.class));
        }
        page.add(Aim.atMost(
                0.75,
                "cold JVM to the first successful call, of WireMock",
                millis(starts, What.FAKE).dividedBy(millis(starts, What.WIREMOCK))));
        Report report = page.heading("Cold start")
                .line(
                        "A fresh JVM, from before it is started to the response to one signed send, by turns; and what a part of"
                                + " that takes by itself. Processor time is that of all threads, the compiler's included.")
                .table("", "ms", "ms of processor time", "classes loaded");
        starts.forEach((what, measured) -> row(report, what.description, measured));
        quickStarts.forEach((what, measured) ->
                row(report, what.description + "; the JVM with `-XX:TieredStopAtLevel=1`", measured));
        report.line("")
                .line("The SDK's client in a fresh JVM, after the fake was started in it:")
                .table("", "ms");
        for (String step : List.of(SdkClients.START, SdkClients.BUILD, SdkClients.FIRST_CALL, SdkClients.SECOND_CALL)) {
            report.row(
                    step.equals(SdkClients.START) ? "starting the fake" : "`chime.client()`: " + step,
                    clients.of(step));
        }
    }

    private static void row(Report report, String what, Measurements measured) {
        report.row(
                what,
                measured.of(FreshJvm.FIRST_LINE),
                measured.of(FirstResponse.PROCESSOR),
                Series.number(measured.of(FirstResponse.CLASSES).median()));
    }

    private static Series millis(Map<What, Measurements> starts, What what) {
        return Objects.requireNonNull(starts.get(what)).of(FreshJvm.FIRST_LINE);
    }
}
