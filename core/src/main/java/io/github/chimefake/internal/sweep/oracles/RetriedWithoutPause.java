package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.internal.sweep.calls.SweptCall;
import io.github.chimefake.sweep.SweepOracle;
import java.util.List;
import java.util.Optional;

/**
 * The code repeated a failed call at least twice more than the clean run does, from the same line and with the same content, and its thread neither slept nor waited
 * before any of these. The attempts that the SDK makes of one call do not count. Calls of other threads are not judged, because who
 * waited for them cannot be known.
 */
final class RetriedWithoutPause implements Oracle {
    private static final int REPETITIONS = 2;

    @Override
    public SweepOracle kind() {
        return SweepOracle.RETRIED_WITHOUT_PAUSE;
    }

    @Override
    public Optional<String> judge(FailingRun run) {
        List<SweptCall> calls = run.fromFirstAttemptOn();
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        long repetitions = -run.repetitionsOfCleanRun(calls.get(0));
        SweptCall last = calls.get(0);
        for (SweptCall call : calls.subList(1, calls.size())) {
            if (call.repeats(last) && call.site().lines().equals(last.site().lines())) {
                if (!last.failed() || !last.isKnownBeforeNoPause(call, run.codeThread())) {
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
