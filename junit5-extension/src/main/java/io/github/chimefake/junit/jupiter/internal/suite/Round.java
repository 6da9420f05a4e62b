package io.github.chimefake.junit.jupiter.internal.suite;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.github.chimefake.junit.jupiter.internal.support.RunParameter;
import io.github.chimefake.sweep.SweepEngine;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** One launch of all tests that have a run left. */
final class Round implements TestExecutionListener {
    private static final String DETECTION = "junit.jupiter.extensions.autodetection.";
    private static final String DETECTED = SuiteExtension.class.getName();

    private final SweptSuite suite;
    private final Map<String, NextRun> runs;
    private final Consumer<NextRun> onEnd;
    /** The fakes at the end of the test before: the next test instance is constructed before the listener hears of its test. */
    private SweepEngine.FakeWatch fakes = SweepEngine.watchFakes();

    private final Set<String> done = new HashSet<>();
    private final Map<String, String> excluded = new LinkedHashMap<>();

    /**
     * Creates a round.
     *
     * @param runs one for each id of a test
     * @param onEnd is called at the end of each of them
     */
    Round(SweptSuite suite, Map<String, NextRun> runs, Consumer<NextRun> onEnd) {
        this.suite = suite;
        this.runs = runs;
        this.onEnd = onEnd;
    }

    /** Returns the ids of the tests that are not swept further, with the reason; it is empty for a test that calls no fake. */
    Map<String, String> launch(ConfigurationParameters parameters) {
        // Without the listeners of the build tool, and without that of the sweep.
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .build());
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(runs.keySet().stream()
                                .map(id -> selectUniqueId(id))
                                .toList())
                        .configurationParameters(copy(parameters))
                        .configurationParameter(RunParameter.SWEEP.key(), "off")
                        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                        .configurationParameters(detection(parameters))
                        .build(),
                this);
        runs.forEach((id, next) -> {
            SweepEngine.Run run = next.run();
            if (!done.contains(id)) {
                run.leaveOut("the test did not come to its method");
                if (run.injected().isEmpty()) {
                    excluded.putIfAbsent(id, "could not be run again by itself");
                }
            }
        });
        return excluded;
    }

    /** Of the extensions that can be detected, only that of the sweep, unless the run detects others anyway. */
    private static Map<String, String> detection(ConfigurationParameters parameters) {
        boolean others = parameters.getBoolean(DETECTION + "enabled").orElse(false);
        Optional<String> include = parameters.get(DETECTION + "include").filter(pattern -> others);
        Map<String, String> detection = new LinkedHashMap<>();
        detection.put(DETECTION + "enabled", "true");
        if (!others) {
            detection.put(DETECTION + "include", DETECTED);
        }
        include.ifPresent(pattern -> detection.put(DETECTION + "include", pattern + "," + DETECTED));
        return detection;
    }

    private static Map<String, String> copy(ConfigurationParameters parameters) {
        Map<String, String> copy = new LinkedHashMap<>();
        parameters.keySet().forEach(key -> parameters.get(key).ifPresent(value -> copy.put(key, value)));
        return copy;
    }

    @Override
    public void executionStarted(TestIdentifier node) {
        NextRun run = runs.get(node.getUniqueId());
        if (node.isTest() && run != null) {
            SweepEngine.FakeWatch before = TestInSuite.fakesBeforeInstance().orElse(fakes);
            new TestInSuite(node.getUniqueId(), suite, Optional.of(run), before).startsHere();
        }
    }

    /** In a run with a failure, what a lifecycle method throws afterwards is a consequence, and says nothing about the code. */
    @Override
    public void executionFinished(TestIdentifier node, TestExecutionResult result) {
        if (!node.isTest()) {
            return;
        }
        TestInSuite.endsHere().ifPresent(test -> {
            String id = node.getUniqueId();
            Optional.ofNullable(runs.get(id)).ifPresent(onEnd);
            boolean clean = test.run().flatMap(SweepEngine.Run::injected).isEmpty();
            if (test.hasEnded()) {
                done.add(id);
            }
            if (clean
                    && !test.usesFake()
                    && test.fakes().called().isEmpty()
                    && test.exclusion()
                            .filter(reason -> !reason.equals(Exclusions.WITHOUT_FRESH_FAKE))
                            .isEmpty()) {
                excluded.put(id, "");
            } else if (test.exclusion().isPresent()) {
                excluded.put(id, test.exclusion().get());
            } else if (clean && result.getStatus() != Status.SUCCESSFUL) {
                excluded.put(
                        id,
                        "fails when it is repeated without a failure"
                                + result.getThrowable()
                                        .map(thrown -> ": " + thrown)
                                        .orElse(""));
            }
        });
        fakes = SweepEngine.watchFakes();
    }
}
