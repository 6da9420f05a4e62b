package io.github.chimefake.junit.jupiter.internal.suite;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.github.chimefake.junit.jupiter.internal.support.RunParameter;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Sweeps the tests of a run after it, if a configuration parameter asks for that. Each round launches all tests again, each with its next
 * failure, so that the set-up of classes and engine is paid for each round and not for each failure.
 */
public final class SuiteSweep implements TestExecutionListener {
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Map<String, String> excluded = new ConcurrentHashMap<>();
    private volatile boolean enabled;

    /** Created by the JUnit Platform, if there is a launcher; not for users. */
    public SuiteSweep() {}

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        enabled = plan.getConfigurationParameters()
                .get(RunParameter.SWEEP.key())
                .filter(mode -> mode.strip().equalsIgnoreCase("report"))
                .isPresent();
    }

    @Override
    public void executionStarted(TestIdentifier node) {
        if (enabled && node.isTest()) {
            new TestInSuite(node.getUniqueId(), Optional.empty()).startsHere();
        }
    }

    @Override
    public void executionFinished(TestIdentifier node, TestExecutionResult result) {
        if (enabled && node.isTest()) {
            TestInSuite.endsHere()
                    .filter(TestInSuite::usesFake)
                    .ifPresent(test -> ordinaryRunEnded(test, node, result.getStatus() == Status.SUCCESSFUL));
        }
    }

    private void ordinaryRunEnded(TestInSuite test, TestIdentifier node, boolean passed) {
        String name = SuiteReport.name(node);
        Optional<String> reason = passed ? test.exclusion() : Optional.of("fails by itself");
        reason.ifPresentOrElse(because -> excluded.put(name, because), () -> names.put(test.id(), name));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (enabled && !(names.isEmpty() && excluded.isEmpty())) {
            List<SweepReport> reports = muted(() -> sweep(plan.getConfigurationParameters()));
            new SuiteReport(reports, new TreeMap<>(excluded))
                    .publish(plan.getConfigurationParameters()
                            .get(RunParameter.SWEEP_PROJECT.key())
                            .map(Path::of));
        }
    }

    private static <T> T muted(Supplier<T> action) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false));
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false));
        try {
            return action.get();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private List<SweepReport> sweep(ConfigurationParameters parameters) {
        Map<String, SweepEngine> engines = new LinkedHashMap<>();
        // A test is a sequence of steps, so what it leaves when a step fails is not half of one thing.
        SweepSettings settings = SweepSettings.defaults().withoutOracles(SweepOracle.HALF_DONE, SweepOracle.POISONED);
        new TreeMap<>(names).forEach((id, name) -> engines.put(id, SweepEngine.of(name, settings)));
        Map<String, SweepEngine> remaining = new LinkedHashMap<>(engines);
        while (!remaining.isEmpty()) {
            Map<String, SweepEngine.Run> round = new LinkedHashMap<>();
            remaining.forEach((id, engine) -> engine.next().ifPresent(run -> round.put(id, run)));
            remaining.keySet().retainAll(round.keySet());
            if (!round.isEmpty()) {
                List<String> notRun = new Round(round, names, excluded).launch(parameters);
                notRun.forEach(remaining::remove);
            }
        }
        return engines.entrySet().stream()
                .filter(entry -> !excluded.containsKey(names.get(entry.getKey())))
                .map(entry -> entry.getValue().report())
                .toList();
    }

    /** One launch of all tests that have a run left. */
    private static final class Round implements TestExecutionListener {
        private final Map<String, SweepEngine.Run> runs;
        private final Map<String, String> names;
        private final Map<String, String> excluded;
        private final List<String> done = new ArrayList<>();

        private Round(Map<String, SweepEngine.Run> runs, Map<String, String> names, Map<String, String> excluded) {
            this.runs = runs;
            this.names = names;
            this.excluded = excluded;
        }

        /** Returns the ids of the tests that could not be run again. */
        private List<String> launch(ConfigurationParameters parameters) {
            // Without the listeners of the build tool, and without this one.
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
                            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                            .build(),
                    this);
            List<String> notRun =
                    runs.keySet().stream().filter(id -> !done.contains(id)).toList();
            notRun.forEach(id -> excluded.putIfAbsent(names.getOrDefault(id, id), "could not be run again by itself"));
            return notRun;
        }

        private static Map<String, String> copy(ConfigurationParameters parameters) {
            Map<String, String> copy = new LinkedHashMap<>();
            parameters.keySet().forEach(key -> parameters.get(key).ifPresent(value -> copy.put(key, value)));
            return copy;
        }

        @Override
        public void executionStarted(TestIdentifier node) {
            SweepEngine.Run run = runs.get(node.getUniqueId());
            if (node.isTest() && run != null) {
                new TestInSuite(node.getUniqueId(), Optional.of(run)).startsHere();
            }
        }

        @Override
        public void executionFinished(TestIdentifier node, TestExecutionResult result) {
            if (!node.isTest()) {
                return;
            }
            Optional<TestInSuite> test = TestInSuite.endsHere();
            Optional<String> reason = test.flatMap(TestInSuite::exclusion);
            reason.ifPresent(
                    because -> excluded.put(names.getOrDefault(node.getUniqueId(), node.getUniqueId()), because));
            if (test.isPresent() && reason.isEmpty() && test.get().hasEnded()) {
                done.add(node.getUniqueId());
            }
        }
    }
}
