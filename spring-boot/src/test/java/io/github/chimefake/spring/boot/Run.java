package io.github.chimefake.spring.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A run of test classes, which report what they saw with {@code TestReporter}.
 *
 * @param standardError what was printed meanwhile
 */
record Run(Results results, String standardError) {
    private static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    /** Runs the classes in this order. */
    static Run of(Class<?>... testClasses) {
        return with(Map.of(), testClasses);
    }

    /** Runs the tests at the same time. */
    static Run inParallel(Class<?>... testClasses) {
        return with(PARALLEL, testClasses);
    }

    /** Runs the classes in this order, with these configuration parameters. */
    static Run with(Map<String, String> parameters, Class<?>... testClasses) {
        PrintStream original = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, UTF_8));
        try {
            Results results = new Results();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(Stream.of(testClasses)
                                            .map(testClass -> selectClass(testClass))
                                            .toArray(ClassSelector[]::new))
                                    .filters(includeEngines("junit-jupiter"))
                                    .enableImplicitConfigurationParameters(false)
                                    .configurationParameters(parameters)
                                    .build(),
                            results);
            return new Run(results, withoutNoticeOfLogging(printed.toString(UTF_8)));
        } finally {
            System.setErr(original);
        }
    }

    /** SLF4J tells once that there is no logging, in whichever run comes first. */
    private static String withoutNoticeOfLogging(String printed) {
        return printed.replaceAll("(?m)^SLF4J: .*\\R", "");
    }

    /** What the launcher says of tests and containers. */
    static final class Results implements TestExecutionListener {
        private final List<TestExecutionResult> tests = Collections.synchronizedList(new ArrayList<>());
        private final List<Throwable> problems = Collections.synchronizedList(new ArrayList<>());
        private final List<Map<String, String>> entries = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void executionFinished(TestIdentifier node, TestExecutionResult result) {
            if (node.isTest()) {
                tests.add(result);
            }
            result.getThrowable().ifPresent(problems::add);
        }

        @Override
        public void reportingEntryPublished(TestIdentifier node, ReportEntry entry) {
            entries.add(entry.getKeyValuePairs());
        }
    }

    /** Every value that was reported under the key, in order. */
    List<String> reported(String key) {
        return results.entries.stream()
                .flatMap(entry -> Optional.ofNullable(entry.get(key)).stream())
                .toList();
    }

    /** Checks that so many tests ran, and that nothing failed. */
    Run succeeded(int tests) {
        assertThat(results.problems).isEmpty();
        assertThat(results.tests)
                .hasSize(tests)
                .allSatisfy(result -> assertThat(result.getStatus()).isEqualTo(Status.SUCCESSFUL));
        return this;
    }

    /** Checks that so many tests ran, and returns the messages of what failed, tests and classes. */
    List<String> failures(int tests) {
        assertThat(results.tests).hasSize(tests);
        return results.problems.stream()
                .map(problem -> String.valueOf(problem.getMessage()))
                .toList();
    }

    /** Why the only test failed: the messages of the exception and its causes. */
    List<String> failure() {
        assertThat(results.problems).hasSize(1);
        return Stream.iterate(results.problems.get(0), problem -> problem != null, Throwable::getCause)
                .map(problem -> String.valueOf(problem.getMessage()))
                .toList();
    }
}
