package io.github.chimefake.internal.sweep;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.internal.failures.SweptFailures;
import io.github.chimefake.internal.sweep.calls.CallsOfRun;
import io.github.chimefake.internal.sweep.calls.SiteIdentities;
import io.github.chimefake.internal.sweep.calls.SweepIncidents;
import io.github.chimefake.internal.sweep.calls.SweptCall;
import io.github.chimefake.internal.sweep.oracles.CleanRun;
import io.github.chimefake.internal.sweep.oracles.FailingRun;
import io.github.chimefake.internal.sweep.report.Report;
import io.github.chimefake.internal.sweep.report.RunName;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import io.github.chimefake.sweep.SweepVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engine: two clean runs, and then those of the plan. */
public final class DefaultSweepEngine implements SweepEngine {
    private static final int MOST_CALLS_OF_CLEAN_RUN = 5_000;
    private static final int CALLS_BEYOND_CLEAN_RUN = 100;
    private static final int MOST_STUCK = 2;

    private final String test;
    private final SweepSettings settings;
    private final Plan plan;
    private final TimeLimits limits;
    private final CodeThreads threads;
    private final Endings endings = new Endings();
    private final SweepIncidents incidents = new SweepIncidents();
    private final List<SweepVerdict> verdicts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> notReached = new ArrayList<>();
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();
    private Optional<CleanRun> first = Optional.empty();
    private Optional<CleanRun> clean = Optional.empty();
    private SiteIdentities identities = SiteIdentities.byContent();
    private @Nullable SweptRun current;
    private boolean over;
    private int trials;
    private int stuck;

    /** Creates an engine for one sweep. */
    public DefaultSweepEngine(String test, SweepSettings settings) {
        this(test, settings, new TimeLimits(settings.timeLimit()));
    }

    DefaultSweepEngine(String test, SweepSettings settings, TimeLimits limits) {
        this.test = test;
        this.settings = settings;
        this.plan = new Plan(settings);
        this.limits = limits;
        this.threads = new CodeThreads(settings.isOnTestThread());
    }

    @Override
    public Optional<Run> next() {
        if (current != null && !current.hasEnded()) {
            throw new IllegalStateException("The run \"" + current + "\" has not ended. Call end(…) before next()");
        }
        takeEnded();
        Optional<SweptRun> next = over ? Optional.empty() : nextRun();
        next.ifPresent(run -> current = run);
        return next.map(Run.class::cast);
    }

    private Optional<SweptRun> nextRun() {
        if (clean.isEmpty()) {
            boolean trial = first.isPresent() && threads.isTrialNext();
            return Optional.of(new SweptRun(
                    test,
                    first.isEmpty() ? "clean run" : trials == 0 ? "second clean run" : "third clean run",
                    List.of(),
                    first,
                    settings,
                    conditions(
                            MOST_CALLS_OF_CLEAN_RUN,
                            trial ? limits.withFailure() : limits.withoutFailure(), // A trial may hang for its thread.
                            trial ? Optional.of(threads.ofTrial()) : Optional.empty(),
                            trial,
                            Optional.empty())));
        }
        int mostCalls = 3 * clean.get().calls().size() + CALLS_BEYOND_CLEAN_RUN;
        return plan.next()
                .map(failures -> new SweptRun(
                        test,
                        RunName.of(failures),
                        failures,
                        clean,
                        settings,
                        conditions(
                                mostCalls,
                                limit(failures),
                                threads.ownThreads(),
                                false,
                                endings.ofRunBefore(failures))));
    }

    private CodeRun.Limit limit(List<InjectedFailure> failures) {
        OperationFailure last = failures.get(failures.size() - 1).failure();
        return SweptFailures.isOfRepetitions(last) ? limits.withRepeatedFailure() : limits.withFailure();
    }

    private RunConditions conditions(
            int mostCalls,
            CodeRun.Limit limit,
            Optional<ThreadGroup> ownThreads,
            boolean isTrial,
            Optional<FailingRun.Ending> withoutLast) {
        return new RunConditions(
                new CallsOfRun.Rules(mostCalls, identities, incidents),
                limit,
                ownThreads,
                isTrial,
                withoutLast,
                !hasLeaked());
    }

    private boolean hasLeaked() {
        return verdicts.stream().anyMatch(verdict -> verdict.alarms().containsKey(SweepOracle.LEAKED));
    }

    private void take(SweptRun run) {
        if (run.leftOut().isPresent()) {
            leftOut.merge(run.leftOut().get(), 1, Integer::sum);
            over |= run.injected().isEmpty();
        } else if (run.injected().isPresent()) {
            takeFailing(run);
        } else if (run.isTrial() && !run.wasLeftBehind() && !threads.takeTrial(first.orElseThrow(), run)) {
            trials++;
        } else if (run.hasFailed()) {
            over = true;
            notes.add("the " + run.name() + " failed, so nothing was injected");
        } else if (first.isEmpty()) {
            limits.tookWithoutFailure(run.took());
            first = Optional.of(run.asCleanRun());
        } else {
            limits.tookWithoutFailure(run.took());
            takeSecond(first.get(), run.asCleanRun());
        }
    }

    private void takeSecond(CleanRun one, CleanRun other) {
        threads.takeOther(one, other);
        CleanRuns both = new CleanRuns(one, other);
        identities = both.identities();
        clean = Optional.of(both.toCompareWith());
        plan.addClean(both.toCompareWith().calls(), both.sites());
        notes.addAll(both.notes());
    }

    private void takeFailing(SweptRun run) {
        run.verdict().ifPresent(verdicts::add);
        run.injected().filter(last -> run.hung()).ifPresent(last -> {
            plan.hung(last.site());
            limits.hung(SweptFailures.isOfRepetitions(last.failure()));
        });
        if (run.hungBeforeFailures() && ++stuck == MOST_STUCK) {
            over = true;
            notes.add("the sweep ended early, because " + MOST_STUCK
                    + " runs hung before they came to the call that was to fail");
        }
        if (run.hung()) { // The calls of a loop without an end are not swept.
            return;
        }
        if (run.wasApplied()) {
            plan.ended(run.toInject(), run.calls());
            run.ending().ifPresent(ending -> endings.add(run.toInject(), ending));
        } else {
            notReached.add(run.name());
        }
    }

    @Override
    public int expectedRuns() {
        takeEnded();
        return plan.expectedRuns();
    }

    @Override
    public SweepReport report() {
        takeEnded();
        return new Report(test, plan.sites(), verdicts, plan.skippedAsEquivalent(), plan.skippedByLimit(), allNotes());
    }

    private void takeEnded() {
        if (current != null && current.hasEnded()) {
            take(current);
            current = null;
        }
    }

    private List<String> allNotes() {
        List<String> all = new ArrayList<>(notes);
        threads.note().ifPresent(all::add);
        if (!notReached.isEmpty()) {
            all.add("not reached again: " + notReached.get(0)
                    + (notReached.size() == 1 ? "" : ", and " + (notReached.size() - 1) + " more"));
        }
        if (plan.skippedAfterHung() > 0) {
            all.add("left out, because two runs at the same call hung: " + plan.skippedAfterHung());
        }
        long withoutLine =
                plan.sites().stream().filter(site -> site.lines().isEmpty()).count();
        if (withoutLine > 0) {
            all.add("calls without a line of code: " + withoutLine
                    + ". Lines are known of clients of the AWS SDK for Java 2 that this JVM has created, with the interceptors that"
                    + " the SDK finds on the class path");
        }
        leftOut.forEach((why, runs) -> all.add("left out: " + runs + (runs == 1 ? " run" : " runs") + ": " + why));
        all.addAll(incidents.notes());
        whyNothingWasSwept().ifPresent(all::add);
        return all.stream().distinct().toList();
    }

    @Override
    public Optional<String> whyNothingWasSwept() {
        takeEnded();
        if (clean.isEmpty() || over) { // That fails by itself.
            return Optional.empty();
        }
        if (plan.sites().isEmpty()) {
            return whyNoSites(clean.get().calls());
        }
        return settings.onlyRun()
                .filter(name -> plan.isAtEnd() && !plan.hasTakenOnlyRun())
                .map(name -> UnknownRun.explain(name, plan.unwanted()));
    }

    private static Optional<String> whyNoSites(List<SweptCall> calls) {
        if (calls.isEmpty()) {
            return Optional.of(
                    "Nothing was swept, because the code made no call to the fake in a run without a failure. Let it use"
                            + " the fake's endpoint, and end after its calls");
        }
        // Code that is meant to be denied has nothing to sweep, which the report notes for each call.
        return calls.stream().allMatch(SweptCall::failed)
                ? Optional.empty()
                : Optional.of(
                        "Nothing was swept, because no call of the code is the same in both runs without a failure");
    }

    @Override
    public SweepReport sweep(ChimeMessagingServer chime, SweptTest swept) throws Exception {
        Map<String, Throwable> failures = new LinkedHashMap<>();
        for (Optional<Run> run = next(); run.isPresent(); run = next()) {
            chime.reset();
            Optional<Throwable> failure = runOnce(run.get(), chime, swept);
            if (failure.isPresent() && run.get().injected().isEmpty()) {
                throwAny(failure.get());
            }
            String name = run.get().name();
            failure.ifPresent(thrown -> failures.put(name, thrown));
        }
        if (!failures.isEmpty()) {
            throw failed(failures);
        }
        whyNothingWasSwept().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        return report();
    }

    private static AssertionError failed(Map<String, Throwable> failures) {
        AssertionError error = new AssertionError(failures.entrySet().stream()
                .map(run -> run.getKey() + System.lineSeparator() + "  " + run.getValue())
                .collect(Collectors.joining(System.lineSeparator())));
        failures.values().forEach(error::addSuppressed);
        return error;
    }

    private static Optional<Throwable> runOnce(Run run, ChimeMessagingServer chime, SweptTest swept) {
        Sweep sweep = run.start(chime);
        Optional<Throwable> thrown = Optional.empty();
        try {
            swept.run(sweep);
        } catch (Throwable failure) {
            thrown = Optional.of(failure);
        }
        return run.end(thrown);
    }

    private static void throwAny(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        throw failure instanceof Exception exception ? exception : new IllegalStateException(failure);
    }
}
