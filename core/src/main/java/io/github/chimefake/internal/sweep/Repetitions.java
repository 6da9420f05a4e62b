package io.github.chimefake.internal.sweep;

import io.github.chimefake.internal.sweep.calls.SweptCall;
import io.github.chimefake.sweep.SweepSite;
import java.util.List;
import java.util.function.Function;

/** Tells which calls code repeats because they have failed. */
final class Repetitions {
    private final List<SweptCall> clean;

    /** Compares with the calls of a run without a failure. */
    Repetitions(List<SweptCall> clean) {
        this.clean = clean;
    }

    /** Returns whether a run makes a call, or one with the same content, more often than the run without a failure does. */
    boolean isRepeated(SweepSite failed, List<SweptCall> calls) {
        return calls.stream()
                .filter(call -> SweptCall.identity(call.site()).equals(SweptCall.identity(failed)))
                .anyMatch(call ->
                        isMore(call, calls, SweptCall::subject) || isMore(call, calls, SweptCall::canonicalRequest));
    }

    private boolean isMore(SweptCall call, List<SweptCall> calls, Function<SweptCall, String> what) {
        return count(call, calls, what) > Math.max(1, count(call, clean, what));
    }

    private static long count(SweptCall call, List<SweptCall> in, Function<SweptCall, String> what) {
        return in.stream()
                .filter(other -> what.apply(other).equals(what.apply(call)))
                .count();
    }
}
