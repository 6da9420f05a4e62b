package io.github.chimefake.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** What a sweep of a test costs, by its calls. */
final class SweepSection implements Section {
    private static final int CALLS = 20;
    private static final int MANY_RUNS = 2_000;
    private static final int AIMED_RUNS = 160;

    @Override
    public void measure(Form form, Page page) {
        boolean smoke = form == Form.SMOKE;
        int calls = smoke ? 2 : CALLS;
        List<Double> cold = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        double runs = 0;
        for (int jvm = 0; jvm < form.jarStarts; jvm++) {
            Measurements measured = new FreshJvm().run(Sweeps.class, calls, 2 + form.loadRounds, 0);
            List<Double> sweeps = measured.of(Sweeps.SWEEP).values();
            cold.add(sweeps.get(0));
            warm.addAll(sweeps.subList(2, sweeps.size()));
            runs = measured.of(Sweeps.RUNS).median();
        }
        Series warmSweeps = new Series(warm);
        page.add(Aim.atMost(
                2_000,
                "ms",
                "160 runs of a warm sweep, as 20 calls with eight failures each have; computed from the runs below",
                perRun(warm, runs).times(AIMED_RUNS)));
        page.heading("A test with " + calls + " calls")
                .line(
                        "Each call sends a message with the fake's synchronous client, one after the other. Each is denied or lost in turn, by"
                                + " the default failures. " + form.jarStarts
                                + " JVMs; warm sweeps are those from the third on.")
                .table("", "ms", "runs with a failure", "ms a run")
                .row(
                        "first sweep of a JVM, with the start of the fake",
                        new Series(cold),
                        Math.round(runs),
                        perRun(cold, runs))
                .row("warm sweep", warmSweeps, Math.round(runs), perRun(warm, runs));
        grow(form, page, calls);
        remember(form, page, calls);
    }

    private static Series perRun(List<Double> sweeps, double runs) {
        return new Series(sweeps).times(1 / runs);
    }

    private static void grow(Form form, Page page, int calls) {
        Report report = page.heading("More calls")
                .line(
                        "Warm sweeps of tests with more calls. The runs grow with the calls, and each run makes more calls before the one that"
                                + " fails, if the calls stand one after the other.")
                .table("calls", "runs with a failure", "ms", "ms a run");
        for (int factor = 1; factor <= 4; factor *= 2) {
            int some = Math.max(1, calls * factor / 2);
            Measurements measured = new FreshJvm().run(Sweeps.class, some, 2 + form.loadRounds, 0);
            List<Double> sweeps = measured.of(Sweeps.SWEEP).values();
            Series warm = new Series(sweeps.subList(2, sweeps.size()));
            double runs = measured.of(Sweeps.RUNS).median();
            report.row(some, Math.round(runs), warm, warm.times(1 / runs));
        }
    }

    private static void remember(Form form, Page page, int calls) {
        int runs = form == Form.SMOKE ? 20 : MANY_RUNS;
        int every = runs / 4;
        int sweeps = 1 + runs / (calls * 6);
        Series heap = new FreshJvm().run(Sweeps.class, calls, sweeps, every).of(Sweeps.HEAP);
        double first = heap.values().get(0);
        double last = heap.values().get(heap.values().size() - 1);
        page.add(Aim.atMost(
                1.1,
                "heap after " + every * heap.values().size() + " runs, of that after " + every,
                new Series(List.of(last / first))));
        Report report = page.heading("Memory")
                .line("Heap in use after a collection, within sweeps one after the other.")
                .table("runs", "MB");
        for (int i = 0; i < heap.values().size(); i++) {
            report.row(every * (i + 1), Series.number(heap.values().get(i)));
        }
    }
}
