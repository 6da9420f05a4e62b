package io.github.chimefake.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH and keeps every iteration, in microseconds per call. */
final class Microbenchmarks {
    private final Measurements results = new Measurements();

    /** Runs the benchmarks of a class; {@code sizes} are those of its parameter, if it has one. */
    void run(Form form, Class<?> benchmarks, String... sizes) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\.%s\\.".formatted(benchmarks.getSimpleName()))
                // Filling a fake takes far longer than a call, and the sizes are held against each other.
                .forks(sizes.length > 0 ? Math.min(1, form.jmhForks) : form.jmhForks)
                .warmupIterations(3 * form.jmhIterations)
                .warmupTime(TimeValue.milliseconds(form.jmhIteration.toMillis()))
                .measurementIterations(form.jmhIterations)
                .measurementTime(TimeValue.milliseconds(form.jmhIteration.toMillis()))
                // Touched before, because the first use of memory takes long on virtual machines and is no property of
                // a call.
                .jvmArgsAppend("-Xms3g", "-Xmx3g", "-XX:+AlwaysPreTouch")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (sizes.length > 0) {
            options.param("size", sizes);
        }
        try {
            Collection<RunResult> measured = new Runner(options.build()).run();
            measured.forEach(this::keep);
        } catch (RunnerException e) {
            throw new IllegalStateException(benchmarks + " could not be run", e);
        }
    }

    private void keep(RunResult result) {
        String name = result.getPrimaryResult().getLabel();
        String size = result.getParams().getParam("size");
        String nameAtSize = size == null ? name : name + " at " + size;
        result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .forEach(iteration ->
                        results.add(nameAtSize, iteration.getPrimaryResult().getScore()));
    }

    /** The iterations of a benchmark. */
    Series of(String name) {
        return results.of(name);
    }
}
