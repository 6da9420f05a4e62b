package io.github.chimefake.assertj;

import io.github.chimefake.internal.journal.PrintedDuration;
import java.time.Duration;
import java.util.Optional;

/** The texts about a block of assertions that has not passed in time. */
final class BlockTexts {
    private static final String LINE = System.lineSeparator();

    private BlockTexts() {}

    /**
     * What has happened until the end.
     *
     * @param judged how often the block was judged
     * @param closed whether the fake is closed
     * @param reset whether the fake was reset meanwhile
     * @param callsUnderWay how many calls were under way when the block was judged for the last time
     */
    record Circumstances(Duration limit, int judged, boolean closed, boolean reset, int callsUnderWay) {}

    /** Returns the text for assertions that failed to the end. */
    static String failed(Circumstances circumstances, AssertionError last) {
        return LINE + "Expected these assertions to pass within " + PrintedDuration.of(circumstances.limit())
                + ", but they failed " + times(circumstances.judged()) + "." + conditions(circumstances)
                + " The last failure:" + LINE
                + String.valueOf(last.getMessage()).stripLeading();
    }

    private static String times(int judged) {
        return judged == 1 ? "once" : "each of the " + judged + " times that they were judged";
    }

    private static String conditions(Circumstances circumstances) {
        return (circumstances.reset() ? " The fake was reset meanwhile, which cleared its journal." : "")
                + (circumstances.closed() ? " The fake is closed, so its journal does not change any more." : "")
                + (circumstances.callsUnderWay() > 0 && !circumstances.closed()
                        ? " " + underWay(circumstances.callsUnderWay()) + " still under way."
                        : "");
    }

    private static String underWay(int calls) {
        return calls == 1 ? "1 call is" : calls + " calls are";
    }

    /** Returns the text for assertions that passed, but may not hold when all calls have ended. */
    static String callsUnderWay(Circumstances circumstances) {
        return LINE
                + "Expected these assertions to hold once all calls have ended, but it is unknown: they pass, and after "
                + PrintedDuration.of(circumstances.limit()) + " " + underWay(circumstances.callsUnderWay())
                + " still under way. Let the calls end, for example by ending what they wait for, or allow more time";
    }

    /** Returns the text for a thread that was interrupted while it waited. */
    static String interrupted(Duration limit, int judged, Optional<AssertionError> failure) {
        return "within(" + limit + ", …): the thread was interrupted while it waited for a change of the journal. The"
                + " assertions had been judged " + (judged == 1 ? "once" : judged + " times") + ", and "
                + (failure.isPresent()
                        ? "failed; the suppressed error is the last failure"
                        : "passed, but calls were still under way");
    }
}
