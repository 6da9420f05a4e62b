package io.github.chimefake.internal.sweep;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.sweep.calls.CallsOfRun;
import io.github.chimefake.internal.sweep.calls.CanonicalState;
import io.github.chimefake.internal.sweep.oracles.Chain;
import io.github.chimefake.internal.sweep.oracles.CleanRun;
import io.github.chimefake.internal.sweep.oracles.FailingRun;
import io.github.chimefake.internal.sweep.oracles.SecondTry;
import io.github.chimefake.internal.sweep.oracles.TestCode;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.Sweep;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The code of a run, and what became of it.
 *
 * @param before the state when it began
 * @param output what it wrote
 * @param outcome what the test was given
 */
record Execution(
        Sweep.Code<?> code,
        CanonicalState before,
        CallsOfRun calls,
        CodeRun result,
        String output,
        CodeOutcome<?> outcome,
        TestCode testCode) {
    /** Returns whether all of these failures were met. */
    boolean hasMet(List<InjectedFailure> failures) {
        return calls.applied().containsAll(failures);
    }

    /** Returns what it ended with. */
    FailingRun.Ending ending() {
        return new FailingRun.Ending(result.after(), result.canonicalValue());
    }

    /** Returns whether the code had to be ended. */
    boolean hung() {
        return calls.abortReason().isPresent();
    }

    /**
     * Returns this as a run that others are compared with.
     *
     * @param first the run without a failure before this one
     * @param again what running the code a second time did
     */
    CleanRun asCleanRun(Optional<CleanRun> first, Optional<SecondTry> again) {
        return new CleanRun(
                calls.calls(),
                before,
                result.after(),
                result.canonicalValue(),
                first.filter(one -> !one.value().equals(result.canonicalValue()))
                        .isEmpty(),
                first.filter(one -> !one.after().equals(result.after())).isEmpty(),
                again,
                output,
                calls.confidentialTexts());
    }

    /**
     * Returns this as a run with a failure.
     *
     * @param clean the run without it
     * @param withoutLast how the run with all failures but the last one ended
     * @param thrown what the test failed with
     */
    FailingRun asFailingRun(
            InjectedFailure injected,
            CleanRun clean,
            Optional<FailingRun.Ending> withoutLast,
            Optional<Throwable> thrown,
            Set<Operation> bestEffort) {
        return new FailingRun(
                injected,
                clean,
                calls.calls(),
                before,
                result.after(),
                result.exception().map(Chain::ofAsynchronousCode),
                result.canonicalValue(),
                thrown.isPresent() && !thrown.equals(result.exception()),
                calls.delivered(),
                withoutLast,
                Optional.empty(),
                calls.abortReason(),
                output,
                calls.confidentialTexts(),
                bestEffort,
                calls.codeThread(),
                testCode);
    }
}
