package io.github.chimefake.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH and keeps every iteration, in microseconds per call. */
final class Microbenchmarks {
    private final Map<String, Series> results = new LinkedHashMap<>();

    /** Runs the benchmarks of a class; {@code sizes} are those of its parameter, if it has one. */
    void run(Form form, Class<?> benchmarks, String... sizes) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\.%s\\.".formatted(benchmarks.getSimpleName()))
                .forks(form.jmhForks)
                .warmupIterations(form.jmhIterations)
                .warmupTime(TimeValue.milliseconds(form.jmhIteration.toMillis()))
                .measurementIterations(form.jmhIterations)
                .measurementTime(TimeValue.milliseconds(form.jmhIteration.toMillis()))
                .jvmArgsAppend("-Xmx3g")
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
        Stream<Double> iterations = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore());
        results.put(size == null ? name : name + " at " + size, new Series(iterations.toList()));
    }

    /** The iterations of a benchmark. */
    Series of(String name) {
        Series series = results.get(name);
        if (series == null) {
            throw new IllegalArgumentException(name + " was not measured, but "
                    + Arrays.toString(results.keySet().toArray()));
        }
        return series;
    }
}
