package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.internal.sweep.calls.SweptCall;
import java.util.Collections;
import java.util.List;

/** Tells whether later calls make up for one that failed. */
final class MakingUp {
    private final FailingRun run;

    private MakingUp(FailingRun run) {
        this.run = run;
    }

    /**
     * Returns whether a later call makes up for the failed one. It must have succeeded, and not be one that the clean run makes, too. It
     * either repeats the failed call, or the failed call and this one both change something, so that it does something instead. A read
     * makes up for nothing but the same read; nor does a change for a read, because it does not tell what the read would have told.
     */
    static boolean isIn(FailingRun run) {
        List<SweptCall> rest = run.fromFailureOn();
        return !rest.isEmpty() && new MakingUp(run).isDoneFor(rest.get(0), rest.subList(1, rest.size()));
    }

    private boolean isDoneFor(SweptCall failed, List<SweptCall> later) {
        return isRepeated(failed, later)
                || (!failed.isRead()
                        && run.additionalCalls().stream()
                                .filter(call -> !call.equals(failed) && !call.failed() && !call.isRead())
                                .anyMatch(call -> isInstead(call, failed)));
    }

    /** Calls like the failed one that the clean run makes later anyway do not count. */
    private boolean isRepeated(SweptCall failed, List<SweptCall> later) {
        if (later.stream().noneMatch(call -> !call.failed() && call.repeats(failed))) {
            return false;
        }
        String request = failed.canonicalRequest();
        return later.stream()
                        .filter(call ->
                                !call.failed() && call.canonicalRequest().equals(request))
                        .count()
                > run.repetitionsOfCleanRun(failed);
    }

    /**
     * Two calls of one line with different contents, of which the first was made and its response lost, are two changes. A change of
     * something unrelated, after which the code returns what it returns on success, is a note about the failure that its caller does not see;
     * and a deletion undoes what was done before, which the caller does not learn then, either.
     */
    private boolean isInstead(SweptCall call, SweptCall failed) {
        if (call.subject().equals(failed.subject())) {
            return !(responseWasLost() && SweptCall.haveSameLines(call.site(), failed.site()));
        }
        boolean returnsSuccess = run.clean().stableValue() && run.hasValueOfCleanRun();
        if (returnsSuccess && call.isDeletion() && !failed.isDeletion()) {
            return false;
        }
        return !returnsSuccess
                || call.site().operation() == failed.site().operation()
                || failed.resources().isEmpty()
                || isAboutTheSame(call, failed)
                || run.beforeFailure().stream()
                        .anyMatch(earlier -> !earlier.failed() && !earlier.isRead() && isAboutTheSame(call, earlier));
    }

    private static boolean isAboutTheSame(SweptCall one, SweptCall other) {
        return !Collections.disjoint(one.resources(), other.resources());
    }

    private boolean responseWasLost() {
        FailurePlacement placement = run.injected().failure().placement();
        return placement == FailurePlacement.RESPONSE_LOST || placement == FailurePlacement.RESPONSE_LOST_ONCE;
    }
}
