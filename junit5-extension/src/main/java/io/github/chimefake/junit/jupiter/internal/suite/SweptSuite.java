package io.github.chimefake.junit.jupiter.internal.suite;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Operation;
import io.github.chimefake.junit.jupiter.internal.settings.SuiteSettings;
import io.github.chimefake.junit.jupiter.internal.support.DeclaredBestEffort;
import io.github.chimefake.junit.jupiter.internal.support.SweepMode;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The tests of one run of a launcher, and their sweep after it. Each round launches all tests again, each with its next failure, so that
 * the set-up of classes and engine is paid for each round and not for each failure.
 */
final class SweptSuite {
    private static final String TIME_IS_OVER = "the time for the sweep was over";

    private final SuiteSettings settings;
    private final ConfigurationParameters parameters;
    private final boolean hasEngine;
    private final Set<String> rootsLeft;
    private final SuiteFiles files;
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Map<String, Set<Operation>> bestEffort = new ConcurrentHashMap<>();
    private final Map<String, List<String>> fakes = new ConcurrentHashMap<>();
    private final Map<String, String> excluded = new ConcurrentHashMap<>();
    private final Set<ChimeMessagingServer> given = ConcurrentHashMap.newKeySet();
    private Optional<StrictTest> strict = Optional.empty();
    private Optional<String> unknownRun = Optional.empty();
    private boolean swept;

    SweptSuite(SuiteSettings settings, TestPlan plan) {
        this.settings = settings;
        this.parameters = plan.getConfigurationParameters();
        this.rootsLeft =
                plan.getRoots().stream().map(TestIdentifier::getUniqueId).collect(Collectors.toSet());
        this.hasEngine = rootsLeft.removeIf(id -> id.equals("[engine:" + StrictEngine.ID + "]"));
        this.files = SuiteFiles.of(settings);
        SweepEngine.FakeWatch unused = SweepEngine.watchFakes(); // Fakes that are started afterwards are known.
    }

    /**
     * Notes which fake an extension has given a test.
     *
     * @throws ExtensionConfigurationException if alarms could not fail the run
     */
    void hasFake(ExtensionContext test, ChimeMessagingServer chime) {
        given.add(chime);
        if (settings.mode() == SweepMode.STRICT && !hasEngine) {
            throw new ExtensionConfigurationException(
                    StrictEngine.parameter() + " needs the test engine \"" + StrictEngine.ID
                            + "\", which this run leaves out. Include it where the build names the engines that run, or use report");
        }
    }

    /** Notes what the annotations of a test declare. */
    void declares(ExtensionContext test) {
        bestEffort.put(test.getUniqueId(), DeclaredBestEffort.on(Exclusions.elements(test)));
    }

    /** Notes how a test has ended that ran as always. */
    void ordinaryRunEnded(TestInSuite test, TestIdentifier node, TestExecutionResult result) {
        Optional<String> byKind = Exclusions.byKind(node);
        List<ChimeMessagingServer> called = new ArrayList<>(test.fakes().called());
        if (!Exclusions.isDynamic(node.getUniqueIdObject())) {
            called.removeAll(given);
        }
        if (!test.usesFake() && called.isEmpty()) {
            return;
        }
        List<AnnotatedElement> elements = Exclusions.elements(node);
        fakes.put(test.id(), test.fakesToSweep());
        bestEffort.computeIfAbsent(test.id(), id -> DeclaredBestEffort.on(elements.stream()));
        Optional<String> declared = Exclusions.declared(elements);
        Optional<String> reason = declared.filter(Exclusions.SWEPT_BY_ITSELF::equals)
                .or(() -> result.getStatus() == Status.SUCCESSFUL
                        ? byKind.or(test::exclusion).or(() -> declared)
                        : Optional.of(
                                result.getStatus() == Status.FAILED ? "fails by itself" : "is aborted by itself"));
        String name = SuiteReport.name(node);
        reason.ifPresentOrElse(
                because -> excluded.put(
                        because.equals(Exclusions.SWEPT_BY_ITSELF) ? SuiteReport.nameOfMethod(node) : name, because),
                () -> names.put(test.id(), name));
    }

    /** Runs the test of the sweep's own as soon as all other engines have ended. */
    synchronized void strict(StrictTest test) {
        if (settings.mode() == SweepMode.STRICT) { // Otherwise the engine is there for a moment only.
            strict = Optional.of(test);
            runIfLast();
        }
    }

    /** Notes that a node has ended. */
    synchronized void ended(TestIdentifier node) {
        if (rootsLeft.remove(node.getUniqueId())) {
            runIfLast();
        }
    }

    private void runIfLast() {
        if (strict.isPresent() && rootsLeft.isEmpty() && !swept && hasFound()) {
            strict.get().run(() -> {
                SweepReport.OfSuite report = sweepAndPublish();
                return unknownRun
                        .<AssertionError>map(AssertionError::new)
                        .or(() -> SuiteReport.failure(report, files.merged()));
            });
        }
    }

    private boolean hasFound() {
        return !names.isEmpty() || !excluded.isEmpty();
    }

    /** Sweeps, unless that was done by the sweep's own test. */
    synchronized void finish() {
        if (!swept && hasFound()) {
            sweepAndPublish();
        }
    }

    private SweepReport.OfSuite sweepAndPublish() {
        swept = true;
        Progress progress = new Progress(System.out, System::nanoTime);
        SweepReport.OfSuite report = Muted.call(() -> sweep(progress));
        files.write(report);
        System.out.println(SuiteReport.summary(files.merge(), files.merged()));
        unknownRun.ifPresent(System.out::println);
        return report;
    }

    private SweepSettings settings(String id) {
        // A test is a sequence of steps, so what it leaves when a step fails is not half of one thing.
        SweepSettings given = settings.team()
                .withoutOracles(SweepOracle.HALF_DONE, SweepOracle.POISONED)
                .bestEffort(settings.bestEffort())
                .bestEffort(bestEffort.getOrDefault(id, Set.of()));
        return settings.limit().isPresent() ? given.limit(settings.limit().getAsInt()) : given;
    }

    private SweepReport.OfSuite sweep(Progress progress) {
        SuiteEngines engines = engines();
        progress.begins(engines.ids().size());
        long start = System.nanoTime();
        for (Map<String, NextRun> round = engines.nextRound(); !round.isEmpty(); round = engines.nextRound()) {
            if (isOver(start)) {
                round.keySet().stream().filter(engines::hasNoCalls).forEach(id -> exclude(id, TIME_IS_OVER));
                round.values().forEach(next -> next.run().leaveOut(TIME_IS_OVER));
                engines.leaveOut(TIME_IS_OVER);
            } else {
                Round launched = new Round(
                        this,
                        round,
                        next -> progress.runEnded(next.run().injected().isPresent(), engines::expectedRuns));
                launched.launch(parameters).forEach((id, reason) -> {
                    engines.remove(id);
                    if (!engines.hasVerdicts(id)) {
                        exclude(id, reason);
                    }
                });
                files.writeSometimes(() -> report(engines));
            }
        }
        unknownRun = settings.team()
                .onlyRun()
                .filter(name -> !isOver(start) && engines.haveNoRunToRepeat())
                .map(name -> "No swept test has the run \"" + name
                        + "\", so nothing was injected. The notes of the report name the"
                        + " closest runs of each test");
        return report(engines);
    }

    private SuiteEngines engines() {
        SuiteEngines engines = new SuiteEngines();
        new TreeMap<>(names).forEach((id, name) -> {
            List<String> all = fakes.getOrDefault(id, List.of());
            if (all.size() <= 1) {
                engines.add(id, String.join("", all), SweepEngine.of(name, settings(id)));
            } else {
                all.forEach(
                        fake -> engines.add(id, fake, SweepEngine.of(name + ", fake \"" + fake + "\"", settings(id))));
            }
        });
        return engines;
    }

    private void exclude(String id, String reason) {
        if (reason.isEmpty()) {
            names.remove(id); // It calls no fake after all.
        } else {
            excluded.put(names.getOrDefault(id, id), reason);
        }
    }

    private boolean isOver(long start) {
        return settings.time()
                .filter(limit -> Duration.ofNanos(System.nanoTime() - start).compareTo(limit) >= 0)
                .isPresent();
    }

    /** It may be the last one of a process that is ended while it sweeps. */
    private SweepReport.OfSuite report(SuiteEngines engines) {
        Map<String, String> notSwept = new TreeMap<>(excluded);
        List<SweepReport> reports = new ArrayList<>();
        new TreeMap<>(names).forEach((id, name) -> {
            if (engines.hasNoCalls(id)) {
                notSwept.putIfAbsent(
                        name,
                        engines.hasEnded(id)
                                ? "it makes no call that can be swept"
                                : "its sweep had not begun when this was written");
            } else if (!notSwept.containsKey(name)) {
                reports.addAll(engines.reports(id));
            }
        });
        return SweepReport.ofSuite(reports, notSwept);
    }
}
