package io.github.chimefake.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What a call costs on more of something. */
final class FlatnessSection implements Section {
    private static final String ONE = "1 message";

    @Override
    public void measure(Form form, Page page) {
        List<String> sizes = new ArrayList<>(List.of(ONE, "10000 messages"));
        if (form == Form.FULL) {
            sizes.addAll(List.of("1000000 messages", "10000 channels", "10000 members"));
        }
        Microbenchmarks micro = new Microbenchmarks();
        micro.run(form, FlatnessBenchmark.class, sizes.toArray(String[]::new));
        Report report = page.heading("Flatness").line("The same call on more of something, in µs.");
        List<String> headings = new ArrayList<>(List.of("at"));
        List<String> calls = List.of("send", "listOneMessage", "describe", "denied");
        headings.addAll(calls);
        report.table(headings.toArray(String[]::new));
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
            report.row(cells.toArray());
        }
        double worst = new Series(ratios).max();
        page.add(Aim.atMost(
                1.5,
                "the dearest of these calls on more of something, of the same on one",
                new Series(List.of(worst))));
    }
}
