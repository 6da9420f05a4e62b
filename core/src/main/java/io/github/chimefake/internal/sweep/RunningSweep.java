package io.github.chimefake.internal.sweep;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.internal.sweep.calls.AbortedRunError;
import io.github.chimefake.internal.sweep.calls.CallsOfRun;
import io.github.chimefake.internal.sweep.calls.CanonicalState;
import io.github.chimefake.internal.sweep.calls.CodeThread;
import io.github.chimefake.internal.sweep.calls.SweepIncidents;
import io.github.chimefake.internal.sweep.oracles.Chain;
import io.github.chimefake.internal.sweep.oracles.SecondTry;
import io.github.chimefake.internal.sweep.oracles.TestCode;
import io.github.chimefake.internal.sweep.output.OutputTap;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.Sweep;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the test of one run is given, and what it has done with it. Used by the thread of the test. */
final class RunningSweep implements Sweep {
    private final ChimeMessagingServer chime;
    private final String test;
    private final List<InjectedFailure> toInject;
    private final RunConditions conditions;
    private Optional<CodeThread> thread = Optional.empty();
    private boolean ranOnThreadOfTest;
    private @Nullable Execution execution;
    private Optional<Throwable> failedVerification = Optional.empty();

    RunningSweep(ChimeMessagingServer chime, String test, List<InjectedFailure> toInject, RunConditions conditions) {
        this.chime = chime;
        this.test = test;
        this.toInject = toInject;
        this.conditions = conditions;
    }

    /** Returns the execution of the code; empty if the test has not come to it. */
    Optional<Execution> execution() {
        return Optional.ofNullable(execution);
    }

    /** Returns what a verification has failed with. */
    Optional<Throwable> failedVerification() {
        return failedVerification;
    }

    @Override
    public <T> SweptOutcome<T> run(Code<T> code) {
        return run(code, TestCode.ofCaller(code, test));
    }

    @SuppressWarnings("unchecked") // The outcome is made of what the code returns.
    private <T> SweptOutcome<T> run(Code<T> code, TestCode testCode) {
        if (execution != null) {
            throw new IllegalStateException(
                    "The test has called sweep.run(…) before. A test that is swept calls it once: put all"
                            + " that is to be swept into one call, or write another test");
        }
        CanonicalState before = CanonicalState.of(chime.state());
        try (OutputTap tap = OutputTap.start(conditions.rules().incidents());
                CallsOfRun calls = CallsOfRun.record(chime, toInject, conditions.rules())) {
            ranOnThreadOfTest = conditions.ownThreads().isEmpty() || Transactions.isActiveHere();
            thread = ranOnThreadOfTest
                    ? Optional.empty()
                    : conditions.ownThreads().map(CodeThread::begin);
            CodeRun result = runOnce(code, calls, testCode, toInject.isEmpty());
            CodeOutcome<?> outcome = new CodeOutcome<>(result);
            execution = new Execution(code, before, calls, result, tap.text(), outcome, testCode);
            return (SweptOutcome<T>) outcome;
        }
    }

    @Override
    @SuppressWarnings("NullAway") // There is no other value of this type.
    public SweptOutcome<Void> run(Action code) {
        return run(
                () -> {
                    code.run();
                    return null;
                },
                TestCode.ofCaller(code, test));
    }

    private CodeRun runOnce(Code<?> code, CallsOfRun calls, TestCode testCode, boolean isFirst) {
        SweepIncidents incidents = conditions.rules().incidents();
        CodeExecution once = new CodeExecution(code, calls, conditions.limit(), incidents);
        WorkOnOtherThreads work = WorkOnOtherThreads.ofWhatBegins(
                testCode.isOfSameOrganization(), thread.map(Thread::getThreadGroup), isFirst, incidents);
        return CodeRun.of(once, thread, calls, conditions.limit(), work, chime);
    }

    /** Returns whether the code ran on the thread of the test. */
    boolean ranOnThreadOfTest() {
        return ranOnThreadOfTest;
    }

    /** Returns whether the thread of the code was left behind. */
    boolean wasLeftBehind() {
        return thread.filter(CodeThread::isLeftBehind).isPresent();
    }

    /** Ends the thread of the code. */
    void end() {
        execution().ifPresent(ended -> ended.calls().over());
        thread.ifPresent(CodeThread::end);
    }

    /** Runs the code once more, without a failure. */
    SecondTry tryAgain(Execution first) {
        first.calls().over();
        try (CallsOfRun calls = CallsOfRun.record(chime, List.of(), conditions.rules())) {
            CodeRun second = runOnce(first.code(), calls, first.testCode(), false);
            calls.over();
            Optional<Throwable> aborted = calls.abortReason().map(reason -> new AbortedRunError("The code " + reason));
            return new SecondTry(
                    aborted.or(() -> second.exception().map(Chain::ofAsynchronousCode)),
                    second.canonicalValue(),
                    second.after());
        }
    }

    @Override
    public void verifyClean(Action assertions) throws Exception {
        if (toInject.isEmpty()) {
            assertions.run();
        }
    }

    @Override
    public void verifyAlways(Action assertions) throws Exception {
        try {
            assertions.run();
        } catch (Throwable failure) {
            failedVerification = Optional.of(failure);
            throw failure;
        }
    }

    @Override
    public void verifyAfter(Verification assertions) throws Exception {
        if (!toInject.isEmpty()) {
            verifyAlways(() -> assertions.verify(toInject.get(toInject.size() - 1)));
        }
    }
}
