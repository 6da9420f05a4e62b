package io.github.chimefake.junit.jupiter.internal.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Says how far the sweep of a suite is, at its beginning and then from time to time. */
final class Progress {
    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private long lastLine;
    private int runs;

    Progress(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.lastLine = nanoTime.getAsLong();
    }

    void begins(int tests) {
        out.println("Sweeping " + tests + (tests == 1 ? " test" : " tests") + ", each of which runs many times …");
    }

    /** Notes that a run has ended, without a failure if the number of expected ones is not known yet. */
    void runEnded(boolean withFailure, IntSupplier expected) {
        runs += withFailure ? 1 : 0;
        long now = nanoTime.getAsLong();
        if (now - lastLine >= PAUSE) {
            lastLine = now;
            out.println(
                    runs == 0
                            ? "… still without failures"
                            : "… " + runs + " of about " + Math.max(runs, expected.getAsInt())
                                    + " runs with a failure");
        }
    }
}
