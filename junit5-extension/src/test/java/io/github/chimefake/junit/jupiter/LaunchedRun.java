package io.github.chimefake.junit.jupiter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A run of test classes by the real launcher, which loads listeners as those of build tools and IDEs do.
 *
 * @param failed the display names of what failed
 * @param standardError what was printed meanwhile
 */
record LaunchedRun(List<String> failed, String standardError) {
    static LaunchedRun of(Class<?>... testClasses) {
        return with(LauncherFactory.create(), Map.of(), testClasses);
    }

    static LaunchedRun inParallel(Class<?>... testClasses) {
        return with(LauncherFactory.create(), Run.PARALLEL, testClasses);
    }

    static LaunchedRun with(Launcher launcher, Map<String, String> parameters, Class<?>... testClasses) {
        return whileRunning(() -> execute(launcher, parameters, testClasses));
    }

    /** Keeps what is printed while something runs that returns the display names of what failed. */
    static LaunchedRun whileRunning(Supplier<List<String>> run) {
        PrintStream original = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, UTF_8));
        try {
            List<String> failed = run.get();
            return new LaunchedRun(failed, printed.toString(UTF_8));
        } finally {
            System.setErr(original);
        }
    }

    /** Runs the tests; returns the display names of what failed. */
    static List<String> execute(Launcher launcher, Map<String, String> parameters, Class<?>... testClasses) {
        List<String> failed = Collections.synchronizedList(new ArrayList<>());
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(Stream.of(testClasses)
                                .map(testClass -> selectClass(testClass))
                                .toArray(ClassSelector[]::new))
                        .filters(includeEngines("junit-jupiter"))
                        .configurationParameters(parameters)
                        .build(),
                new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier node, TestExecutionResult result) {
                        if (result.getStatus() == Status.FAILED) {
                            failed.add(node.getDisplayName());
                        }
                    }
                });
        return List.copyOf(failed);
    }

    /** The first lines of the reports. */
    List<String> reports() {
        return standardError
                .lines()
                .filter(line -> line.startsWith("FAILED: "))
                .map(line -> line.substring("FAILED: ".length()))
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
