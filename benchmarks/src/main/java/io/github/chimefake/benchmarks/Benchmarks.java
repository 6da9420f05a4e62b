package io.github.chimefake.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures everything and writes the page of results. Arguments: the {@linkplain Form form} in lower case,
 * where the results of the shorter forms go, and where those of the full one.
 */
public final class Benchmarks {
    private static final String KEPT_FROM = "## What stands behind the figures";
    private static final String ONE = "1 message";

    private final Form form;
    private final List<Aim> aims = new ArrayList<>();
    private final Report details = new Report();
    private final Microbenchmarks micro = new Microbenchmarks();

    private Benchmarks(Form form) {
        this.form = form;
    }

    public static void main(String[] arguments) {
        Form form = Form.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Path file = Path.of(arguments[form == Form.FULL ? 2 : 1]);
        Benchmarks benchmarks = new Benchmarks(form);
        benchmarks.measureColdStarts();
        benchmarks.measureWarmStarts();
        benchmarks.measureLoad();
        benchmarks.measureGateway();
        benchmarks.measureFlatness();
        benchmarks.measureFootprint();
        Report report = benchmarks.report();
        report.writeTo(file, KEPT_FROM);
        System.out.println(report);
    }

    private void measureColdStarts() {
        progress("cold starts");
        FreshJvm jvm = new FreshJvm();
        List<Double> fake = new ArrayList<>();
        List<Double> wireMock = new ArrayList<>();
        List<Measurements> clients = new ArrayList<>();
        jvm.millisToFirstLine(FirstAnswer.class, FirstAnswer.FAKE); // Brings the files into memory.
        for (int i = 0; i < form.coldStarts; i++) {
            fake.add(jvm.millisToFirstLine(FirstAnswer.class, FirstAnswer.FAKE));
            wireMock.add(jvm.millisToFirstLine(FirstAnswer.class, FirstAnswer.WIREMOCK));
            clients.add(jvm.run(SdkClients.class));
        }
        Series fakes = new Series(fake);
        Series wireMocks = new Series(wireMock);
        aims.add(Aim.atMost(0.75, "cold JVM to the first answered call, of WireMock", fakes.dividedBy(wireMocks)));
        details.heading("Cold start")
                .line("A fresh JVM, from before it is started to the answer to one signed send; the two by turns.")
                .table("", "ms")
                .row("the fake", fakes)
                .row("WireMock, its defaults and one static stub", wireMocks)
                .line("")
                .line("The SDK's client in a fresh JVM, after the fake was started in it:")
                .table("", "ms");
        for (String step : List.of(SdkClients.START, SdkClients.BUILD, SdkClients.FIRST_CALL, SdkClients.SECOND_CALL)) {
            details.row(
                    step.equals(SdkClients.START) ? "starting the fake" : "`chime.client()`: " + step,
                    new Series(clients.stream()
                            .map(measured -> measured.of(step))
                            .map(Series::median)
                            .toList()));
        }
    }

    private void measureWarmStarts() {
        progress("warm starts");
        Measurements measured = new FreshJvm().run(WarmStarts.class, form.warmStarts);
        Series wireMock = measured.of(WarmStarts.WIREMOCK);
        aims.add(Aim.atMost(
                0.2,
                "a fake made as new for the next test, of starting WireMock",
                measured.of(WarmStarts.RESET).dividedBy(wireMock)));
        aims.add(Aim.atMost(
                0.2,
                "a fake for the next test class, of starting WireMock",
                measured.of(WarmStarts.NEXT_CLASS).dividedBy(wireMock)));
        aims.add(Aim.atMost(
                0.2,
                "a fake for a test beside others, of starting WireMock",
                measured.of(WarmStarts.CONCURRENT).dividedBy(wireMock)));
        details.heading("Warm JVM")
                .line("One after the other in one JVM that has done it " + form.warmStarts + " times before.")
                .table("", "ms")
                .row("starting WireMock, with one stub", wireMock)
                .row("starting a fake on a server of its own", measured.of(WarmStarts.START))
                .row(
                        "starting a fake for the next test class, on a server of the pool",
                        measured.of(WarmStarts.NEXT_CLASS))
                .row("the same for a test beside others, at their baseline", measured.of(WarmStarts.CONCURRENT))
                .row("closing a fake whose server goes back to the pool", measured.of(WarmStarts.CLOSE))
                .row("resetting a fake after ten messages", measured.of(WarmStarts.RESET));
    }

    private void measureLoad() {
        progress("load over loopback");
        Measurements measured = new FreshJvm().run(Load.class, form.loadRounds, form.loadRound.toMillis());
        Series fake = measured.of(Load.FAKE);
        Series wireMock = measured.of(Load.WIREMOCK);
        aims.add(Aim.atLeast(
                1,
                "throughput of signed, policy-checked, stateful sends, of WireMock's stub",
                fake.dividedBy(wireMock)));
        details.heading("Load over loopback")
                .line("Eight connections of one client in the same JVM; rounds by turns.")
                .table("", "calls a second")
                .row("the fake: signed sends, ten policies of twenty statements", fake)
                .row("WireMock: one static stub, no record of requests", wireMock);
    }

    private void measureGateway() {
        progress("gateway and its parts");
        micro.run(form, GatewayBenchmark.class);
        micro.run(form, ProtocolBenchmark.class);
        Series stub = micro.of("staticStub");
        Series one = new Series(List.of(stub.median()));
        Series send = micro.of("signedSendWithPolicies");
        Series authorization = micro.of("authorizeByTenPolicies");
        aims.add(Aim.atMost(
                1.5, "a send with policies inside the gateway, of WireMock's pipeline", send.times(1 / one.median())));
        aims.add(Aim.atMost(1.0 / 3, "authorization, of WireMock's pipeline", authorization.times(1 / one.median())));
        double coding = micro.of("decodeSend").median() + micro.of("encodeSend").median();
        aims.add(
                Aim.atMost(1, "authorization of a send, of decoding and encoding it", authorization.times(1 / coding)));
        details.heading("Inside, without sockets")
                .table("", "µs a call")
                .row("WireMock's pipeline: one static stub, no record of requests", stub)
                .row("a send of an unknown access key: the signature's form is checked", micro.of("sendOfUnknownKey"))
                .row("a signed send", micro.of("signedSend"))
                .row("a signed send with ten policies of twenty statements", send)
                .row("a signed send that they deny, explanation included", micro.of("deniedSend"))
                .row("authorization alone, by the same policies", authorization)
                .row("routing and decoding a send", micro.of("decodeSend"))
                .row("encoding the answer to a send", micro.of("encodeSend"))
                .row("encoding a page of fifty messages", micro.of("encodeFiftyMessages"));
    }

    private void measureFlatness() {
        progress("flatness");
        List<String> sizes = new ArrayList<>(List.of(ONE, "10000 messages"));
        if (form == Form.FULL) {
            sizes.addAll(List.of("1000000 messages", "10000 channels", "10000 members"));
        }
        micro.run(form, FlatnessBenchmark.class, sizes.toArray(String[]::new));
        details.heading("Flatness").line("The same call on more of something, in µs.");
        List<String> headings = new ArrayList<>(List.of("at"));
        List<String> calls = List.of("send", "listOneMessage", "describe", "denied");
        headings.addAll(calls);
        details.table(headings.toArray(String[]::new));
        List<Double> ratios = new ArrayList<>();
        for (String size : sizes) {
            List<Object> cells = new ArrayList<>(List.of(size));
            for (String call : calls) {
                Series series = micro.of(call + " at " + size);
                cells.add(series);
                if (!size.equals(ONE)) {
                    ratios.add(series.median() / micro.of(call + " at " + ONE).median());
                }
            }
            details.row(cells.toArray());
        }
        double worst = new Series(ratios).max();
        aims.add(Aim.atMost(
                1.5,
                "the dearest of these calls on more of something, of the same on one",
                new Series(List.of(worst))));
    }

    private void measureFootprint() {
        progress("footprint");
        Measurements measured = new FreshJvm("-Xmx3g").run(Footprint.class, form.messages);
        Series heap = measured.of(Footprint.MESSAGES_HEAP);
        Series empty = measured.of(Footprint.RESET_EMPTY);
        Series full = measured.of(Footprint.RESET_FULL);
        aims.add(new Aim(
                "heap of a million messages of 100 characters", heap.times(1e6 / form.messages), "MB", 600, false));
        aims.add(Aim.atMost(
                10,
                "reset of a fake with " + form.messages + " messages, of an empty one",
                full.times(1 / empty.median())));
        details.heading("Footprint")
                .table("", "")
                .row(
                        "heap of the first idle fake, classes of WireMock and of the SDK not counted",
                        megabytes(measured, Footprint.IDLE_HEAP))
                .row("its threads", measured.of(Footprint.IDLE_THREADS).median())
                .row("heap of each further one", megabytes(measured, Footprint.NEXT_HEAP))
                .row("its threads", measured.of(Footprint.NEXT_THREADS).median())
                .row(form.messages + " messages of 100 characters", megabytes(measured, Footprint.MESSAGES_HEAP))
                .row("reset of an empty fake", empty + " µs")
                .row("reset of a fake with " + form.messages + " messages", full + " µs");
    }

    private static String megabytes(Measurements measured, String name) {
        return Series.number(measured.of(name).median()) + " MB";
    }

    private Report report() {
        Report report = new Report()
                .line("# Performance")
                .line("What the fake costs. Written by `mvn -Pbenchmarks -pl benchmarks -am -DskipTests -Dbenchmarks="
                        + form.name().toLowerCase(Locale.ROOT)
                        + " verify`, which ran everything on this page in one go, on "
                        + LocalDate.now(ZoneOffset.UTC) + ": " + Machine.describe() + ".")
                .line("Figures are medians with their ranges. Ratios carry over to other machines, figures do not.")
                .heading("The aims")
                .table("of what", "aim", "measured", "");
        aims.forEach(aim -> report.line(aim.toRow()));
        return report.line(details.toString());
    }

    private static void progress(String what) {
        System.err.println("Measuring: " + what);
    }
}
