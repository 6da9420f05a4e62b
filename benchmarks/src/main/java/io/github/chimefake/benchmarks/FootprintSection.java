package io.github.chimefake.benchmarks;

/** What a fake holds in memory, empty and full. */
final class FootprintSection implements Section {
    @Override
    public void measure(Form form, Page page) {
        Measurements measured = new FreshJvm("-Xmx3g").run(Footprint.class, form.messages);
        Series heap = measured.of(Footprint.MESSAGES_HEAP);
        Series empty = measured.of(Footprint.RESET_EMPTY);
        Series full = measured.of(Footprint.RESET_FULL);
        if (form == Form.FULL) { // A few messages say little, beside what is kept of the latest ten thousand requests.
            page.add(new Aim("heap of a million messages of 100 characters", heap, "MB", 600, false));
        }
        page.add(Aim.atMost(
                10,
                "reset of a fake with " + form.messages + " messages, of an empty one",
                full.times(1 / empty.median())));
        page.heading("Footprint")
                .table("", "")
                .row(
                        "heap of the first empty fake, classes of WireMock and of the SDK not counted",
                        megabytes(measured, Footprint.EMPTY_HEAP))
                .row("its threads", measured.of(Footprint.EMPTY_THREADS).median())
                .row("heap of each further one", megabytes(measured, Footprint.NEXT_HEAP))
                .row("its threads", measured.of(Footprint.NEXT_THREADS).median())
                .row(form.messages + " messages of 100 characters", megabytes(measured, Footprint.MESSAGES_HEAP))
                .row("reset of an empty fake", empty + " µs")
                .row("reset of a fake with " + form.messages + " messages", full + " µs");
    }

    private static String megabytes(Measurements measured, String name) {
        return Series.number(measured.of(name).median()) + " MB";
    }
}
