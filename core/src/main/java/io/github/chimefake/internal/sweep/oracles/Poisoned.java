package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.sweep.SweepOracle;
import java.util.Optional;

/**
 * The code failed and changed nothing in the service, and running it again does not do what it does the first time: it fails otherwise than
 * after a clean run, changes nothing though the clean run does, or returns what neither the clean run nor its repetition
 * returns.
 */
final class Poisoned implements Oracle {
    @Override
    public SweepOracle kind() {
        return SweepOracle.POISONED;
    }

    @Override
    public Optional<String> judge(FailingRun run) {
        return run.failedWithoutEffect()
                ? run.again()
                        .flatMap(second -> wrong(run, second))
                        .map(what -> "the state is as before, and running the code again " + what)
                : Optional.empty();
    }

    private static Optional<String> wrong(FailingRun run, SecondTry second) {
        if (second.exception().isPresent()) {
            Throwable failure = second.exception().get();
            return run.clean().failsAgainWith(failure)
                    ? Optional.empty()
                    : Optional.of(SecondTry.describe(failure, ReadableLine.shortened(failure.toString())));
        }
        if (changesNothing(run, second)) {
            return Optional.of("changes nothing");
        }
        return run.clean().stableValue()
                        && !second.value().equals(run.clean().value())
                        && !run.clean().returnsAgain(second.value())
                ? Optional.of("returns " + ReadableLine.shortened(second.value().orElse("nothing")) + " instead of "
                        + ReadableLine.shortened(run.clean().value().orElse("nothing")))
                : Optional.empty();
    }

    private static boolean changesNothing(FailingRun run, SecondTry second) {
        return run.clean().stableState()
                && second.after().equals(run.after())
                && !run.clean().after().equals(run.clean().before());
    }
}
