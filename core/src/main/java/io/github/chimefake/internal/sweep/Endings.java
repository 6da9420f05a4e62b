package io.github.chimefake.internal.sweep;

import io.github.chimefake.internal.sweep.oracles.FailingRun;
import io.github.chimefake.sweep.InjectedFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the last runs ended that others may continue with a further failure. Only those are kept that the next run may continue: runs with
 * calls that only a failure causes come right after it. Of pairs, which come last, that is not known any more.
 */
final class Endings {
    private final Map<List<InjectedFailure>, FailingRun.Ending> all = new HashMap<>();

    void add(List<InjectedFailure> failures, FailingRun.Ending ending) {
        all.put(failures, ending);
    }

    /** Returns how the run with all of these failures but the last one ended; empty if there is none, or that is not known any more. */
    Optional<FailingRun.Ending> ofRunBefore(List<InjectedFailure> failures) {
        all.keySet().removeIf(run -> !isBegun(run, failures));
        return Optional.ofNullable(all.get(failures.subList(0, failures.size() - 1)));
    }

    private static boolean isBegun(List<InjectedFailure> run, List<InjectedFailure> by) {
        return run.size() < by.size() && by.subList(0, run.size()).equals(run);
    }
}
