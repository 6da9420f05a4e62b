package io.github.chimefake.internal.sweep;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.internal.sweep.RunningSweep.Execution;
import io.github.chimefake.internal.sweep.calls.SweptCall;
import io.github.chimefake.internal.sweep.oracles.CleanRun;
import io.github.chimefake.internal.sweep.oracles.FailingRun;
import io.github.chimefake.internal.sweep.oracles.Oracles;
import io.github.chimefake.internal.sweep.oracles.SecondTry;
import io.github.chimefake.internal.sweep.report.Verdict;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepSettings;
import io.github.chimefake.sweep.SweepVerdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run. */
final class SweptRun implements SweepEngine.Run {
    private final String name;
    private final List<InjectedFailure> toInject;
    private final Optional<CleanRun> clean;
    private final SweepSettings settings;
    private final int mostCalls;
    private final CodeRun.Limit limit;
    private @Nullable RunningSweep running;
    private boolean ended;
    private boolean failed;
    private Optional<SecondTry> again = Optional.empty();
    private Optional<SweepVerdict> verdict = Optional.empty();

    /**
     * Creates a run.
     *
     * @param toInject empty for a run without a failure
     * @param clean the run without a failure, if there was one
     */
    SweptRun(
            String name,
            List<InjectedFailure> toInject,
            Optional<CleanRun> clean,
            SweepSettings settings,
            int mostCalls,
            CodeRun.Limit limit) {
        this.name = name;
        this.toInject = List.copyOf(toInject);
        this.clean = clean;
        this.settings = settings;
        this.mostCalls = mostCalls;
        this.limit = limit;
    }

    List<InjectedFailure> toInject() {
        return toInject;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Returns whether the test failed where nothing was injected, or a verification did. */
    boolean hasFailed() {
        return failed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<InjectedFailure> injected() {
        return toInject.isEmpty() ? Optional.empty() : Optional.of(toInject.get(toInject.size() - 1));
    }

    @Override
    public Sweep start(ChimeMessagingServer chime) {
        if (running != null) {
            throw new IllegalStateException(
                    "The run \"" + name + "\" was started before. Take another one with next()");
        }
        running = new RunningSweep(chime, toInject, mostCalls, limit);
        return running;
    }

    @Override
    public Optional<Throwable> end(Optional<Throwable> thrown) {
        if (running == null || ended) {
            throw new IllegalStateException(
                    "The run \"" + name + "\" " + (ended ? "has ended" : "was not started. Call start(chime) first"));
        }
        ended = true;
        Optional<Throwable> failure = running.execution()
                .map(code -> toInject.isEmpty() ? endClean(thrown, code) : endFailing(thrown, code))
                .orElseGet(
                        () -> Optional.of(
                                thrown.orElseGet(
                                        () -> new IllegalStateException(
                                                "The test did not call sweep.run(…), so nothing was swept. Call it with the code under test"))));
        failed = failure.isPresent();
        return failure;
    }

    private Optional<Throwable> endClean(Optional<Throwable> thrown, Execution code) {
        Optional<Throwable> failure = thrown.or(() ->
                code.outcome().isInspected() ? Optional.empty() : code.result().exception());
        if (failure.isEmpty() && clean.isPresent()) { // Only once, in the second of the clean runs.
            again = Optional.of(runningSweep().tryAgain(code));
        }
        return failure;
    }

    private RunningSweep runningSweep() {
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    private Optional<Throwable> endFailing(Optional<Throwable> thrown, Execution code) {
        if (code.calls().applied().containsAll(toInject)) {
            judge(thrown, code);
        }
        return runningSweep().failedVerification();
    }

    private void judge(Optional<Throwable> thrown, Execution code) {
        Optional<Throwable> exception = code.result().exception();
        boolean testFailed = thrown.isPresent() && !thrown.equals(exception);
        Optional<String> hung = code.calls().abortReason();
        if (exception.isPresent() && hung.isEmpty() && needsSecondTry()) {
            again = Optional.of(runningSweep().tryAgain(code));
        }
        InjectedFailure injected = injected().orElseThrow();
        FailingRun run = new FailingRun(
                injected,
                clean.orElseThrow(),
                code.calls().calls(),
                code.before(),
                code.result().after(),
                exception,
                code.result().canonicalValue(),
                testFailed,
                code.calls().delivered(),
                again,
                hung,
                code.output(),
                code.calls().confidentialTexts(),
                settings.bestEffort());
        Map<SweepOracle, String> alarms = Oracles.judge(run, settings.oracles());
        verdict = Optional.of(new Verdict(name, injected, Results.describe(run), alarms));
    }

    private boolean needsSecondTry() {
        return settings.oracles().contains(SweepOracle.HALF_DONE)
                || settings.oracles().contains(SweepOracle.POISONED);
    }

    /** Returns the calls of the code; none if the test did not come to it. */
    List<SweptCall> calls() {
        return execution().map(code -> code.calls().calls()).orElseGet(List::of);
    }

    /** Returns whether the run came to all calls that were to fail. */
    boolean wasApplied() {
        return execution()
                .map(code -> code.calls().applied().containsAll(toInject))
                .orElse(false);
    }

    private Optional<Execution> execution() {
        return Optional.ofNullable(running).flatMap(RunningSweep::execution);
    }

    /** Returns what later runs are compared with. */
    CleanRun asCleanRun() {
        Execution code = execution().orElseThrow();
        return new CleanRun(
                code.calls().calls(),
                code.before(),
                code.result().after(),
                code.result().canonicalValue(),
                clean.filter(first -> !first.value().equals(code.result().canonicalValue()))
                        .isEmpty(),
                clean.filter(first -> !first.after().equals(code.result().after()))
                        .isEmpty(),
                again,
                code.output());
    }

    @Override
    public Optional<SweepVerdict> verdict() {
        return verdict;
    }

    @Override
    public String toString() {
        return name;
    }
}
