package io.github.chimefake.internal.sweep;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.internal.sweep.calls.SweptCall;
import io.github.chimefake.internal.sweep.oracles.CleanRun;
import io.github.chimefake.internal.sweep.report.Report;
import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import io.github.chimefake.sweep.SweepSite;
import io.github.chimefake.sweep.SweepVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engine: two clean runs, and then those of the plan. */
public final class DefaultSweepEngine implements SweepEngine {
    private static final int MOST_CALLS_OF_CLEAN_RUN = 5_000;
    private static final int CALLS_BEYOND_CLEAN_RUN = 100;

    private final String test;
    private final SweepSettings settings;
    private final Plan plan;
    private final CodeRun.Limit limit;
    private final List<SweepVerdict> verdicts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<CleanRun> first = Optional.empty();
    private Optional<CleanRun> clean = Optional.empty();
    private @Nullable SweptRun current;
    private boolean over;

    /** Creates an engine for one sweep. */
    public DefaultSweepEngine(String test, SweepSettings settings) {
        this.test = test;
        this.settings = settings;
        this.plan = new Plan(settings);
        this.limit = new CodeRun.Limit(settings.timeLimit(), Watchdog.timer());
    }

    @Override
    public Optional<Run> next() {
        if (current != null) {
            if (!current.hasEnded()) {
                throw new IllegalStateException("The run \"" + current + "\" has not ended. Call end(…) before next()");
            }
            take(current);
            current = null;
        }
        Optional<SweptRun> next = over ? Optional.empty() : nextRun();
        next.ifPresent(run -> current = run);
        return next.map(Run.class::cast);
    }

    private Optional<SweptRun> nextRun() {
        if (clean.isEmpty()) {
            return Optional.of(new SweptRun(
                    first.isEmpty() ? "clean run" : "second clean run",
                    List.of(),
                    first,
                    settings,
                    MOST_CALLS_OF_CLEAN_RUN,
                    limit));
        }
        int mostCalls = 3 * clean.get().calls().size() + CALLS_BEYOND_CLEAN_RUN;
        return plan.next()
                .map(failures -> new SweptRun(Plan.name(failures), failures, clean, settings, mostCalls, limit));
    }

    private void take(SweptRun run) {
        if (run.injected().isPresent()) {
            takeFailing(run);
        } else if (run.hasFailed()) {
            over = true;
            notes.add("the " + run.name() + " failed, so nothing was injected");
        } else if (first.isEmpty()) {
            first = Optional.of(run.asCleanRun());
        } else {
            clean = Optional.of(run.asCleanRun());
            plan.addClean(sitesOfBoth(first.get(), run.asCleanRun()));
            noteInstability(run.asCleanRun());
        }
    }

    private void noteInstability(CleanRun second) {
        if (!second.stableState()) {
            notes.add(
                    "two clean runs leave different states, so states are not compared. Give the code fixed names and texts");
        }
        if (!second.stableValue()) {
            notes.add("two clean runs return different values, so values are not compared");
        }
    }

    private void takeFailing(SweptRun run) {
        run.verdict().ifPresent(verdicts::add);
        if (run.wasApplied()) {
            plan.ended(run.toInject(), run.calls());
        } else {
            notes.add("not reached again: " + run.name());
        }
    }

    /** Returns the sites that both clean runs have. Calls that fail in a clean run are no sites. */
    private List<SweepSite> sitesOfBoth(CleanRun one, CleanRun other) {
        Set<String> ofOne = identities(one);
        Set<String> ofOther = identities(other);
        other.calls().stream()
                .filter(call -> !ofOne.contains(SweptCall.identity(call.site())))
                .forEach(call -> notes.add("unordered: not in both clean runs: " + call.site()));
        one.calls().stream()
                .filter(call -> !ofOther.contains(SweptCall.identity(call.site())))
                .forEach(call -> notes.add("unordered: not in both clean runs: " + call.site()));
        other.calls().stream()
                .filter(SweptCall::failed)
                .forEach(call -> notes.add("no site, because it fails without an injected failure: " + call.site()));
        return other.calls().stream()
                .filter(call -> !call.failed())
                .map(SweptCall::site)
                .filter(site -> ofOne.contains(SweptCall.identity(site)))
                .toList();
    }

    private static Set<String> identities(CleanRun run) {
        return run.calls().stream().map(call -> SweptCall.identity(call.site())).collect(Collectors.toSet());
    }

    @Override
    public SweepReport report() {
        if (current != null && current.hasEnded()) {
            take(current);
            current = null;
        }
        return new Report(
                test,
                plan.sites(),
                verdicts,
                plan.skippedAsEquivalent(),
                plan.skippedByLimit(),
                notes.stream().distinct().toList());
    }

    @Override
    public SweepReport sweep(ChimeMessagingServer chime, SweptTest swept) throws Exception {
        List<String> failures = new ArrayList<>();
        for (Optional<Run> run = next(); run.isPresent(); run = next()) {
            chime.reset();
            Optional<Throwable> failure = runOnce(run.get(), chime, swept);
            if (failure.isPresent() && run.get().injected().isEmpty()) {
                throwAny(failure.get());
            }
            String name = run.get().name();
            failure.ifPresent(thrown -> failures.add(name + System.lineSeparator() + "  " + thrown));
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), failures));
        }
        return report();
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
