package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.internal.failures.SweptFailures;
import io.github.chimefake.internal.sweep.calls.CanonicalState;
import io.github.chimefake.sweep.SweepOracle;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The code failed, the state is neither that before it nor that of the clean run, and running the code again neither reaches that of the clean
 * run nor that of running it twice without a failure.
 *
 * <p>What running it again says depends on what it does after a clean run. If it leaves the same state then, any other state is wrong. If it
 * changes more, only things count that are still incomplete, for example a channel without its moderator. If it fails in the
 * same way and not because of an error of the service, the test makes a second try impossible, and nothing is known.
 *
 * <p>The code is not to blame if it tried to undo its changes and that failed, too, or deletes in the end what it creates, and that failed; nor for its only change, if the response to that was lost;
 * nor if only a call is missing that it may fail to make.
 */
final class HalfDone implements Oracle {
    @Override
    public SweepOracle kind() {
        return SweepOracle.HALF_DONE;
    }

    @Override
    public Optional<String> judge(FailingRun run) {
        return run.failedInBetween() && !isExcused(run)
                ? run.again().flatMap(second -> judge(run, second))
                : Optional.empty();
    }

    private static boolean isExcused(FailingRun run) {
        return triedToUndo(run)
                || triedToDelete(run)
                || BestEffortCalls.areAllThatIsMissing(run)
                || (!run.clean().isRepeatable() && cannotKnow(run));
    }

    /** A call that repeats an earlier one undoes nothing. */
    private static boolean triedToUndo(FailingRun run) {
        return run.additionalCalls().stream()
                .filter(call -> call.failed() && call.injected().isPresent())
                .anyMatch(call -> run.calls().stream()
                        .takeWhile(earlier -> !earlier.equals(call))
                        .noneMatch(call::repeats));
    }

    /**
     * Returns whether a deletion failed that the clean run makes, too, for example in a finally block, and all that the code left is what it
     * would have deleted then.
     */
    private static boolean triedToDelete(FailingRun run) {
        CanonicalState clean = run.clean().after();
        return run.fromFailureOn().stream()
                        .anyMatch(call -> call.failed() && call.injected().isPresent() && call.isDeletion())
                && newThings(run).allMatch(thing -> run.after().count(thing) > clean.count(thing))
                && run.before().things().keySet().stream()
                        .allMatch(thing -> run.after().count(thing)
                                >= Math.min(run.before().count(thing), clean.count(thing)));
    }

    private static boolean cannotKnow(FailingRun run) {
        FailurePlacement placement = run.injected().failure().placement();
        return (placement == FailurePlacement.RESPONSE_LOST
                        || placement == FailurePlacement.RESPONSE_LOST_ONCE
                        || SweptFailures.isOfRepetitions(run.injected().failure()))
                && run.beforeFailure().stream().allMatch(call -> call.failed() || call.isRead());
    }

    private static Optional<String> judge(FailingRun run, SecondTry second) {
        if (run.clean().leaves(second.after())) {
            return Optional.empty();
        }
        if (second.exception().isPresent()) {
            Throwable failure = second.exception().get();
            return run.clean().failsAgainWith(failure) && !Chain.hasErrorOfService(failure)
                    ? Optional.empty()
                    : Optional.of(left(run) + ", and running it again "
                            + SecondTry.describe(failure, failure.getClass().getSimpleName()));
        }
        return run.clean().isRepeatable()
                        || incomplete(second.after(), run.clean().after(), run.before())
                                .isPresent()
                ? Optional.of(left(run) + ", and running it again does not complete it")
                : Optional.empty();
    }

    private static String left(FailingRun run) {
        return "the code failed and left "
                + incomplete(run.after(), run.clean().after(), run.before()).orElseGet(() -> somethingNew(run));
    }

    private static String somethingNew(FailingRun run) {
        return newThings(run)
                .sorted()
                .findFirst()
                .map(thing -> ReadableLine.of(newWhole(thing, run)))
                .orElse("a state without something that it has removed");
    }

    private static Stream<String> newThings(FailingRun run) {
        return run.after().things().entrySet().stream()
                .filter(thing -> thing.getValue() > run.before().count(thing.getKey()))
                .map(Map.Entry::getKey);
    }

    /** Returns the name of the outermost thing that is new, or the line of this one: a channel tells more than its member. */
    private static String newWhole(String thing, FailingRun run) {
        String outermost = thing;
        for (Optional<String> whole = CanonicalState.whole(thing);
                whole.isPresent();
                whole = CanonicalState.whole(whole.get())) {
            if (run.after().countNamed(whole.get()) > run.before().countNamed(whole.get())) {
                outermost = whole.get();
            }
        }
        return outermost;
    }

    /** Returns something new that has fewer parts than in the clean run, for example a channel without its moderator. */
    private static Optional<String> incomplete(CanonicalState state, CanonicalState clean, CanonicalState before) {
        return clean.things().keySet().stream()
                .flatMap(part -> CanonicalState.whole(part).stream()
                        .filter(whole -> hasFewerParts(part, whole, state, clean, before))
                        .map(whole ->
                                ReadableLine.of(whole) + " without " + ReadableLine.of(CanonicalState.part(part))))
                .sorted()
                .findFirst();
    }

    private static boolean hasFewerParts(
            String part, String whole, CanonicalState state, CanonicalState clean, CanonicalState before) {
        int wholes = state.countNamed(whole) - before.countNamed(whole);
        int parts = state.count(part) - before.count(part);
        int cleanWholes = clean.countNamed(whole) - before.countNamed(whole);
        int cleanParts = clean.count(part) - before.count(part);
        return wholes > 0 && cleanWholes > 0 && parts * cleanWholes < cleanParts * wholes;
    }
}
