package io.github.chimefake.benchmarks;

/** What the next fake costs in a JVM that has made some. */
final class WarmStartSection implements Section {
    @Override
    public void measure(Form form, Page page) {
        Measurements measured = new FreshJvm().run(WarmStarts.class, form.warmStarts);
        Series wireMock = measured.of(WarmStarts.WIREMOCK);
        page.add(Aim.atMost(
                0.2,
                "a fake made as new for the next test, of starting WireMock",
                measured.of(WarmStarts.RESET).dividedBy(wireMock)));
        page.add(Aim.atMost(
                0.2,
                "a fake for the next test class, of starting WireMock",
                measured.of(WarmStarts.NEXT_CLASS).dividedBy(wireMock)));
        page.add(Aim.atMost(
                0.2,
                "a fake for a test beside others, of starting WireMock",
                measured.of(WarmStarts.CONCURRENT).dividedBy(wireMock)));
        page.heading("Warm JVM")
                .line("One after the other in one JVM that has done it " + form.warmStarts + " times before.")
                .table("", "ms")
                .row("starting WireMock, with one stub", wireMock)
                .row("starting a fake on a new server", measured.of(WarmStarts.START))
                .row(
                        "starting a fake for the next test class, on a server of the pool",
                        measured.of(WarmStarts.NEXT_CLASS))
                .row("the same for a test beside others, at their baseline", measured.of(WarmStarts.CONCURRENT))
                .row("closing a fake whose server goes back to the pool", measured.of(WarmStarts.CLOSE))
                .row("resetting a fake after ten messages", measured.of(WarmStarts.RESET));
    }
}
