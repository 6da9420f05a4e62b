package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.sweep.SweepOracle;
import java.util.Optional;

/** The code failed and changed nothing in the service, and running it again does not do what the clean run does. */
final class Poisoned implements Oracle {
    @Override
    public SweepOracle kind() {
        return SweepOracle.POISONED;
    }

    @Override
    public Optional<String> judge(FailingRun run) {
        if (run.exception().isEmpty() || !run.after().equals(run.before())) {
            return Optional.empty();
        }
        return run.again().flatMap(second -> reason(run, second));
    }

    private static Optional<String> reason(FailingRun run, SecondTry second) {
        if (second.exception().isPresent()) {
            return run.clean().failsAgainWith(second.exception().get())
                    ? Optional.empty()
                    : Optional.of("the state is as before, and running the code again fails with "
                            + second.exception().get());
        }
        return !run.clean().stableValue()
                        || second.value().equals(run.clean().value())
                        || isValueOfRepetition(run, second)
                ? Optional.empty()
                : Optional.of("the state is as before, and running the code again returns "
                        + second.value().orElse("nothing") + " instead of "
                        + run.clean().value().orElse("nothing"));
    }

    private static boolean isValueOfRepetition(FailingRun run, SecondTry second) {
        return run.clean()
                .again()
                .filter(again -> again.value().equals(second.value()))
                .isPresent();
    }
}
