package io.github.chimefake.benchmarks;

/** How many calls a second are carried out over loopback. */
final class LoadSection implements Section {
    @Override
    public void measure(Form form, Page page) {
        Measurements measured = new FreshJvm("-Xmx4g").run(Load.class, form.loadRounds, form.loadRound.toMillis());
        Series fake = measured.of(Load.FAKE);
        page.add(Aim.atLeast(
                1,
                "throughput of signed, policy-checked, stateful sends, of WireMock's stub",
                fake.dividedBy(measured.of(Load.WITHOUT_RECORD))));
        page.heading("Load over loopback")
                .line("Eight connections of one client in the same JVM; rounds by turns.")
                .table("", "calls a second")
                .row("the fake: signed sends, ten policies of twenty statements", fake)
                .row("WireMock: one static stub, no record of requests", measured.of(Load.WITHOUT_RECORD))
                .row("the same with its defaults, which record every request", measured.of(Load.WIREMOCK));
    }
}
