package io.github.chimefake.internal.sweep;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.internal.sweep.calls.CallsOfRun;
import io.github.chimefake.internal.sweep.calls.CanonicalState;
import io.github.chimefake.internal.sweep.oracles.SecondTry;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.Sweep;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the test of one run is given, and what it has done with it. Used by the thread of the test. */
final class RunningSweep implements Sweep {
    private final ChimeMessagingServer chime;
    private final List<InjectedFailure> toInject;
    private final int mostCalls;
    private final CodeRun.Limit limit;
    private @Nullable Execution execution;
    private Optional<Throwable> failedVerification = Optional.empty();

    /** The code, and what became of it. */
    record Execution(
            Code<?> code,
            CanonicalState before,
            CallsOfRun calls,
            CodeRun result,
            String output,
            CodeOutcome<?> outcome) {}

    RunningSweep(ChimeMessagingServer chime, List<InjectedFailure> toInject, int mostCalls, CodeRun.Limit limit) {
        this.chime = chime;
        this.toInject = toInject;
        this.mostCalls = mostCalls;
        this.limit = limit;
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
    @SuppressWarnings("unchecked") // The outcome is made of what the code returns.
    public <T> SweptOutcome<T> run(Code<T> code) {
        if (execution != null) {
            throw new IllegalStateException(
                    "The test has called sweep.run(…) before. A test that is swept calls it once: put all"
                            + " that is to be swept into one call, or write another test");
        }
        CanonicalState before = CanonicalState.of(chime.state());
        try (CallsOfRun calls = CallsOfRun.record(chime, toInject, mostCalls);
                OutputTap tap = new OutputTap()) {
            CodeRun result = CodeRun.of(
                    code,
                    chime,
                    limit,
                    () -> calls.abort("did not end within " + limit.time().toMillis() + " ms"));
            CodeOutcome<?> outcome = new CodeOutcome<>(result);
            execution = new Execution(code, before, calls, result, tap.text(), outcome);
            return (SweptOutcome<T>) outcome;
        }
    }

    @Override
    @SuppressWarnings("NullAway") // There is no other value of this type.
    public SweptOutcome<Void> run(Action code) {
        return run((Code<Void>) () -> {
            code.run();
            return null;
        });
    }

    /** Runs the code once more, without a failure. */
    SecondTry tryAgain(Execution first) {
        CodeRun second;
        try (CallsOfRun calls = CallsOfRun.record(chime, List.of(), mostCalls)) {
            second = CodeRun.of(first.code(), chime, limit, () -> calls.abort("did not end in time when it ran again"));
        }
        return new SecondTry(second.exception(), second.canonicalValue(), second.after());
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
    public void verifyAfter(Consumer<? super InjectedFailure> assertions) {
        if (!toInject.isEmpty()) {
            try {
                assertions.accept(toInject.get(toInject.size() - 1));
            } catch (Throwable failure) {
                failedVerification = Optional.of(failure);
                throw failure;
            }
        }
    }
}
