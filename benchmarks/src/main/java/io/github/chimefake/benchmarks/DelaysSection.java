package io.github.chimefake.benchmarks;

/** How late responses are that a fault delays. */
final class DelaysSection implements Section {
    @Override
    public void measure(Form form, Page page) {
        Measurements measured = new FreshJvm().run(Delays.class, form.loadRounds);
        page.heading("Responses that wait")
                .line(Delays.REQUESTS
                        + " signed sends at once, each over its own connection, whose responses are delayed by "
                        + Delays.DELAY.toSeconds() + " s. No thread waits for them.")
                .table("", "ms from the first request")
                .row("the response to the first request", measured.of(Delays.FIRST))
                .row("the last response", measured.of(Delays.LAST));
    }
}
