package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.internal.sweep.calls.SweptCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls that the code may fail to make, because their operations are declared best effort. */
final class BestEffortCalls {
    private BestEffortCalls() {}

    /**
     * Returns whether nothing is wrong but that such a call failed: the code successfully made every other change that the clean run makes.
     * Changes are counted by operation and who makes them, because what an absent resource is called cannot be known.
     */
    static boolean areAllThatIsMissing(FailingRun run) {
        if (!run.bestEffort().contains(run.injected().site().operation())) {
            return false;
        }
        Map<String, Long> missing = otherChanges(run.clean().calls(), run);
        otherChanges(run.calls(), run).forEach((change, times) -> missing.merge(change, -times, Long::sum));
        return missing.values().stream().allMatch(times -> times <= 0);
    }

    private static Map<String, Long> otherChanges(List<SweptCall> calls, FailingRun run) {
        return calls.stream()
                .filter(call -> !call.failed()
                        && !call.isRead()
                        && !run.bestEffort().contains(call.site().operation()))
                .collect(Collectors.groupingBy(
                        call -> call.site().operation() + "|" + call.site().who(),
                        HashMap::new,
                        Collectors.counting()));
    }
}
