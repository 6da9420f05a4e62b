package io.github.chimefake.internal.sweep;

import io.github.chimefake.ChimeMessagingServer;
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
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run. */
final class SweptRun implements SweepEngine.Run {
    private final String test;
    private final String name;
    private final List<InjectedFailure> toInject;
    private final Optional<CleanRun> clean;
    private final SweepSettings settings;
    private final RunConditions conditions;
    private @Nullable RunningSweep running;
    private boolean ended;
    private boolean failed;
    private Optional<String> leftOut = Optional.empty();
    private Optional<SecondTry> again = Optional.empty();
    private Optional<SweepVerdict> verdict = Optional.empty();

    /**
     * Creates a run.
     *
     * @param test the name of the test
     * @param toInject empty for a run without a failure
     * @param clean the run without a failure, if there was one
     */
    SweptRun(
            String test,
            String name,
            List<InjectedFailure> toInject,
            Optional<CleanRun> clean,
            SweepSettings settings,
            RunConditions conditions) {
        this.test = test;
        this.name = name;
        this.toInject = List.copyOf(toInject);
        this.clean = clean;
        this.settings = settings;
        this.conditions = conditions;
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
        running = new RunningSweep(chime, test, toInject, conditions);
        return running;
    }

    @Override
    public Optional<Throwable> end(Optional<Throwable> thrown) {
        if (running == null || ended) {
            throw new IllegalStateException(
                    "The run \"" + name + "\" " + (ended ? "has ended" : "was not started. Call start(chime) first"));
        }
        ended = true;
        try {
            Optional<Throwable> failure = failure(running, thrown);
            failed = failure.isPresent();
            boolean mayHaveFailedForItsThread =
                    conditions.isTrial() && !running.ranOnThreadOfTest() && !running.wasLeftBehind();
            return mayHaveFailedForItsThread ? Optional.empty() : failure;
        } finally {
            running.end();
        }
    }

    private Optional<Throwable> failure(RunningSweep swept, Optional<Throwable> thrown) {
        return swept.execution()
                .map(code -> toInject.isEmpty() ? endClean(thrown, code) : endFailing(thrown, code))
                .orElseGet(
                        () -> Optional.of(
                                thrown.orElseGet(
                                        () -> new IllegalStateException(
                                                "The test did not call sweep.run(…), so nothing was swept. Call it with the code under test"))));
    }

    @Override
    public void leaveOut(String reason) {
        if (ended) {
            throw new IllegalStateException("The run \"" + name + "\" has ended");
        }
        ended = true;
        leftOut = Optional.of(reason);
        if (running != null) {
            running.end();
        }
    }

    /** Returns why the run was left out; empty if it was not. */
    Optional<String> leftOut() {
        return leftOut;
    }

    private Optional<Throwable> endClean(Optional<Throwable> thrown, Execution code) {
        Optional<Throwable> failure = aborted(code)
                .or(() -> thrown)
                .or(() -> code.outcome().isInspected()
                        ? Optional.empty()
                        : code.result().exception());
        if (failure.isEmpty()
                && clean.isPresent()
                && judgesSecondTries()) { // Only once, in the second of the clean runs.
            again = Optional.of(runningSweep().tryAgain(code));
        }
        return failure;
    }

    private static Optional<Throwable> aborted(Execution code) {
        return code.calls()
                .abortReason()
                .map(reason -> new IllegalStateException(
                        "The code " + reason + ". Let it end; if it only needs longer, raise timeLimit(…) of the"
                                + " settings: a run without a failure may take " + TimeLimits.TIMES_WITHOUT_FAILURE
                                + " times as long",
                        code.result().exception().orElse(null)));
    }

    private RunningSweep runningSweep() {
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    private Optional<Throwable> endFailing(Optional<Throwable> thrown, Execution code) {
        if (code.hasMet(toInject)) {
            judge(thrown, code);
        } else if (settings.oracles().contains(SweepOracle.HUNG)) {
            code.calls().abortReason().ifPresent(this::hungBeforeItsCall);
        }
        return runningSweep().failedVerification();
    }

    private void hungBeforeItsCall(String reason) {
        verdict = Optional.of(new Verdict(
                name,
                injected().orElseThrow(),
                Results.NO_END,
                Map.of(
                        SweepOracle.HUNG,
                        "the code " + reason + ", before it came to the call that was to fail. A run before it may keep"
                                + " something that it waits for, for example a lock")));
    }

    private void judge(Optional<Throwable> thrown, Execution code) {
        InjectedFailure injected = injected().orElseThrow();
        FailingRun run = code.asFailingRun(
                injected, clean.orElseThrow(), conditions.withoutLast(), thrown, settings.bestEffort());
        if (Oracles.needSecondTry(run, settings.oracles())) {
            run = run.withSecondTry(runningSweep().tryAgain(code));
        }
        Map<SweepOracle, String> alarms = new EnumMap<>(SweepOracle.class);
        alarms.putAll(Oracles.judge(run, settings.oracles()));
        if (conditions.reportsCleanRun() // A whole test may print what it likes.
                && !code.testCode().sweepsWholeTest()
                && !alarms.containsKey(SweepOracle.HUNG)) {
            alarms.putAll(Oracles.judge(run.clean(), settings.oracles()));
        }
        verdict = Optional.of(new Verdict(name, injected, Results.describe(run), alarms));
    }

    private boolean judgesSecondTries() {
        return settings.oracles().contains(SweepOracle.HALF_DONE)
                || settings.oracles().contains(SweepOracle.POISONED);
    }

    /** Returns whether this tried to run the code on a separate thread. */
    boolean isTrial() {
        return conditions.isTrial();
    }

    /** Returns whether the code ran on the thread of the test. */
    boolean ranOnThreadOfTest() {
        return running != null && running.ranOnThreadOfTest();
    }

    /** Returns how long the code took; nothing if the test did not come to it. */
    Duration took() {
        return execution().map(code -> code.result().took()).orElse(Duration.ZERO);
    }

    /** Returns whether the code had to be ended. */
    boolean hung() {
        return execution().filter(Execution::hung).isPresent();
    }

    /** Returns whether the thread of the code was left behind. */
    boolean wasLeftBehind() {
        return running != null && running.wasLeftBehind();
    }

    /** Returns whether the code had to be ended before any of its calls failed. */
    boolean hungBeforeFailures() {
        return hung()
                && execution().filter(code -> code.calls().applied().isEmpty()).isPresent();
    }

    /** Returns the calls of the code; none if the test did not come to it. */
    List<SweptCall> calls() {
        return execution().map(code -> code.calls().calls()).orElseGet(List::of);
    }

    /** Returns whether the run came to all calls that were to fail. */
    boolean wasApplied() {
        return execution().filter(code -> code.hasMet(toInject)).isPresent();
    }

    /** Returns what the code ended with; empty if the test did not come to it. */
    Optional<FailingRun.Ending> ending() {
        return execution().map(Execution::ending);
    }

    private Optional<Execution> execution() {
        return Optional.ofNullable(running).flatMap(RunningSweep::execution);
    }

    /** Returns what later runs are compared with. */
    CleanRun asCleanRun() {
        return execution().orElseThrow().asCleanRun(clean, again);
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
