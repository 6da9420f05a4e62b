package io.github.chimefake.junit.jupiter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A run of test classes by the launcher that build tools and IDEs use. The classes report what they saw with {@code TestReporter}, so
 * that they need no static state.
 *
 * @param standardError what was printed meanwhile
 */
record Run(Results results, String standardError) {
    /** Configuration parameters for tests that run at the same time. */
    static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    private static final String REPORT = "FAILED: ";

    /** Runs the tests one after the other. */
    static Run of(Class<?>... testClasses) {
        return with(Map.of(), testClasses);
    }

    /** Runs the tests at the same time, as far as they do not ask for their own thread. */
    static Run inParallel(Class<?>... testClasses) {
        return with(PARALLEL, testClasses);
    }

    static Run with(Map<String, String> parameters, Class<?>... testClasses) {
        return with(LauncherFactory.create(), parameters, testClasses);
    }

    static Run with(Launcher launcher, Map<String, String> parameters, Class<?>... testClasses) {
        return printing(results -> execute(launcher, parameters, results, testClasses));
    }

    /** Runs the tests with all engines of a launcher, as a build tool does. */
    static Run withAllEngines(Launcher launcher, Map<String, String> parameters, Class<?>... testClasses) {
        return printing(results -> launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(Stream.of(testClasses)
                                .map(testClass -> selectClass(testClass))
                                .toList())
                        .enableImplicitConfigurationParameters(false)
                        .configurationParameters(parameters)
                        .build(),
                results));
    }

    /** Runs one test method of a class, as an IDE does. */
    static Run ofMethod(Class<?> testClass, String method) {
        return printing(results ->
                execute(LauncherFactory.create(), Map.of(), results, List.of(selectMethod(testClass, method))));
    }

    /** Runs the tests several times at the same time, with these values of a parameter. */
    static Run atTheSameTime(String parameter, List<String> values, Class<?>... testClasses) {
        return printing(results -> {
            List<Thread> threads = values.stream()
                    .map(value -> new Thread(
                            () -> execute(LauncherFactory.create(), Map.of(parameter, value), results, testClasses)))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        });
    }

    private interface Execution {
        void run(Results results) throws InterruptedException;
    }

    private static Run printing(Execution execution) {
        PrintStream original = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, UTF_8));
        try {
            Results results = new Results();
            execution.run(results);
            return new Run(results, printed.toString(UTF_8));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            System.setErr(original);
        }
    }

    private static void execute(
            Launcher launcher, Map<String, String> parameters, Results results, Class<?>... testClasses) {
        execute(
                launcher,
                parameters,
                results,
                Stream.of(testClasses).map(testClass -> selectClass(testClass)).toList());
    }

    private static void execute(
            Launcher launcher,
            Map<String, String> parameters,
            Results results,
            List<? extends DiscoverySelector> selectors) {
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectors)
                        .filters(includeEngines("junit-jupiter"))
                        .enableImplicitConfigurationParameters(false)
                        .configurationParameters(parameters)
                        .build(),
                results);
    }

    /** What the launcher says of tests and containers. */
    static final class Results implements TestExecutionListener {
        private final List<Finished> finished = Collections.synchronizedList(new ArrayList<>());
        private final List<Map<String, String>> entries = Collections.synchronizedList(new ArrayList<>());

        private record Finished(TestIdentifier node, TestExecutionResult result) {
            private boolean isTest(Status status) {
                return node.isTest() && result.getStatus() == status;
            }
        }

        @Override
        public void executionFinished(TestIdentifier node, TestExecutionResult result) {
            finished.add(new Finished(node, result));
        }

        @Override
        public void reportingEntryPublished(TestIdentifier node, ReportEntry entry) {
            entries.add(entry.getKeyValuePairs());
        }

        private long tests(Status status) {
            return finished.stream().filter(each -> each.isTest(status)).count();
        }

        private Stream<Finished> failed() {
            return finished.stream().filter(each -> each.result().getStatus() == Status.FAILED);
        }
    }

    /** Every value that was reported under the key, in order. */
    List<String> reported(String key) {
        return results.entries.stream()
                .flatMap(entry -> Optional.ofNullable(entry.get(key)).stream())
                .toList();
    }

    /** Why tests and containers failed. */
    List<Throwable> failures() {
        return results.failed()
                .flatMap(each -> each.result().getThrowable().stream())
                .toList();
    }

    /** The display names of the tests and containers that failed. */
    List<String> failed() {
        return results.failed().map(each -> each.node().getDisplayName()).toList();
    }

    /** The sources of the tests and containers with a display name. */
    List<TestSource> sources(String name) {
        return results.finished.stream()
                .filter(each -> each.node().getDisplayName().equals(name))
                .flatMap(each -> each.node().getSource().stream())
                .toList();
    }

    long failedTests() {
        return results.tests(Status.FAILED);
    }

    /** The ids of all tests and containers that ended, in order. */
    List<String> ended() {
        return results.finished.stream().map(each -> each.node().getUniqueId()).toList();
    }

    long succeededTests() {
        return results.tests(Status.SUCCESSFUL);
    }

    /** Checks that so many tests ran, and that nothing failed. */
    Run succeeded(int tests) {
        assertThat(failures()).isEmpty();
        assertThat(results.tests(Status.SUCCESSFUL)).isEqualTo(tests);
        return this;
    }

    /** The names in the reports of failures that were printed, in order. */
    List<String> reports() {
        return standardError
                .lines()
                .filter(line -> line.startsWith(REPORT))
                .map(line -> line.substring(REPORT.length()))
                .toList();
    }

    /** The calls in the reports: their numbers and users. */
    List<String> calls() {
        return standardError
                .lines()
                .filter(line -> line.matches("\\d+\\. ListChannels by .*"))
                .map(line -> line.replaceAll("ListChannels by (\\w+).*", "$1"))
                .toList();
    }
}
