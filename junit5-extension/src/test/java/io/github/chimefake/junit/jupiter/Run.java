package io.github.chimefake.junit.jupiter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * A run of test classes by the real Jupiter engine. They say what they have seen with {@code TestReporter}, so that they need
 * no static state.
 *
 * @param standardError what was printed meanwhile
 */
record Run(EngineExecutionResults results, String standardError) {
    /** Configuration parameters for tests that run at the same time. */
    static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    /** Runs the tests one after the other. */
    static Run of(Class<?>... testClasses) {
        return with(Map.of(), testClasses);
    }

    /** Runs the tests at the same time, as far as they do not ask for their own thread. */
    static Run inParallel(Class<?>... testClasses) {
        return with(PARALLEL, testClasses);
    }

    static Run with(Map<String, String> parameters, Class<?>... testClasses) {
        PrintStream original = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, UTF_8));
        try {
            EngineTestKit.Builder engine = EngineTestKit.engine("junit-jupiter");
            parameters.forEach(engine::configurationParameter);
            EngineExecutionResults results = engine.selectors(Stream.of(testClasses)
                            .map(testClass -> selectClass(testClass))
                            .toArray(ClassSelector[]::new))
                    .execute();
            return new Run(results, printed.toString(UTF_8));
        } finally {
            System.setErr(original);
        }
    }

    /** Every value that was reported under the key, in order. */
    List<String> reported(String key) {
        return results.allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class)
                        .getKeyValuePairs()
                        .get(key))
                .flatMap(value -> Optional.ofNullable(value).stream())
                .toList();
    }

    /** Why tests and containers failed. */
    List<Throwable> failures() {
        return results.allEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    /** Checks that so many tests ran, and that nothing failed. */
    Run succeeded(int tests) {
        assertThat(failures()).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(tests);
        return this;
    }
}
