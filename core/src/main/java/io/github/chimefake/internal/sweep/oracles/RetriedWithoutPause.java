package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.internal.sweep.calls.SweptCall;
import io.github.chimefake.sweep.SweepOracle;
import java.util.List;
import java.util.Optional;

/** The code repeated a failed call at least twice, each time at once. The attempts that the SDK makes of one call do not count. */
final class RetriedWithoutPause implements Oracle {
    private static final int REPETITIONS = 2;

    @Override
    public SweepOracle kind() {
        return SweepOracle.RETRIED_WITHOUT_PAUSE;
    }

    @Override
    public Optional<String> judge(FailingRun run) {
        List<SweptCall> calls = run.fromFailureOn();
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        int repetitions = 0;
        SweptCall last = calls.get(0);
        for (SweptCall call : calls.subList(1, calls.size())) {
            if (call.repeats(last)) {
                if (!last.failed() || last.isBeforePause(call)) {
                    break;
                }
                repetitions++;
                last = call;
            }
        }
        return repetitions >= REPETITIONS
                ? Optional.of(
                        "the code repeated " + last.site().operation() + " " + repetitions + " times without a pause")
                : Optional.empty();
    }
}
