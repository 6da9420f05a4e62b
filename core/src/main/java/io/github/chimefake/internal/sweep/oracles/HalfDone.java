package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.internal.sweep.calls.CanonicalState;
import io.github.chimefake.sweep.SweepOracle;
import java.util.Map;
import java.util.Optional;

/**
 * The code failed, and the state is neither that before it nor that of the clean run, and running it again does not reach that. Where a
 * repetition of the clean run changes more, only things that were created and are incomplete count. Where the code has tried to
 * undo its changes and could not, it is not to blame; nor for the only change, of which it does not know, because the response was lost.
 */
final class HalfDone implements Oracle {
    @Override
    public SweepOracle kind() {
        return SweepOracle.HALF_DONE;
    }

    @Override
    public Optional<String> judge(FailingRun run) {
        if (run.exception().isEmpty()
                || run.again().isEmpty()
                || !run.clean().stableState()
                || run.after().equals(run.before())
                || run.after().equals(run.clean().after())
                || run.additionalCalls().stream()
                        .anyMatch(call -> call.failed() && call.injected().isPresent())
                || (!run.clean().isRepeatable() && cannotKnow(run))) {
            return Optional.empty();
        }
        SecondTry second = run.again().get();
        if (second.after().equals(run.clean().after())) {
            return Optional.empty();
        }
        boolean judgesAll = run.clean().isRepeatable()
                || (second.exception().isPresent() && !run.clean().failsAgain());
        Optional<String> incomplete = incomplete(run.after(), run.clean().after(), run.before());
        if (!judgesAll && incomplete.isEmpty() && second.exception().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("the code failed and left " + incomplete.orElseGet(() -> left(run))
                + ", and running it again "
                + second.exception()
                        .map(failure -> "fails with " + failure.getClass().getSimpleName())
                        .orElse("does not complete it"));
    }

    private static boolean cannotKnow(FailingRun run) {
        return run.injected().failure().placement() == FailurePlacement.RESPONSE_LOST
                && run.beforeFailure().stream().allMatch(call -> call.failed() || call.isRead());
    }

    private static String left(FailingRun run) {
        return run.after().things().entrySet().stream()
                .filter(thing -> thing.getValue() > run.before().count(thing.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .map(ReadableLine::of)
                .orElse("a state without something that it has removed");
    }

    /** Returns something new that has less than in the clean run, for example a channel without its moderator. */
    private static Optional<String> incomplete(CanonicalState after, CanonicalState clean, CanonicalState before) {
        return clean.things().keySet().stream()
                .filter(part -> clean.count(part) > after.count(part))
                .flatMap(part -> CanonicalState.whole(part).stream()
                        .filter(whole -> after.countNamed(whole) > before.countNamed(whole))
                        .map(whole ->
                                ReadableLine.of(whole) + " without " + ReadableLine.of(CanonicalState.part(part))))
                .sorted()
                .findFirst();
    }
}
