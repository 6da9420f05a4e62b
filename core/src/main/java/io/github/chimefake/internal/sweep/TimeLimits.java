package io.github.chimefake.internal.sweep;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;

/**
 * How long the code of a run may take. A run without a failure gets much time, because nothing says yet that code is slow; how long it takes
 * then says how long others may take. After a run that hung, others get less, because hanging takes all of their time.
 */
final class TimeLimits {
    /** How many times the time limit a run without a failure may take. */
    static final int TIMES_WITHOUT_FAILURE = 3;

    private static final int TIMES_CLEAN_RUN = 5;
    private static final int TIMES_CLEAN_RUN_AFTER_HANG = 20;
    private static final Least LEAST = new Least(Duration.ofSeconds(60), Duration.ofSeconds(2));

    private final Duration timeLimit;
    private final Least least;
    private final ScheduledExecutorService timer = Watchdog.timer();
    private Duration slowestCleanRun = Duration.ZERO;
    private boolean hung;
    private boolean repeatedHung;

    /** How long runs may take at least, whatever the time limit is: those without a failure, and those after one that hung. */
    record Least(Duration withoutFailure, Duration afterHang) {}

    TimeLimits(Duration timeLimit) {
        this(timeLimit, LEAST);
    }

    TimeLimits(Duration timeLimit, Least least) {
        this.timeLimit = timeLimit;
        this.least = least;
    }

    /** Takes into account how long a run without a failure took. */
    void tookWithoutFailure(Duration time) {
        slowestCleanRun = longer(slowestCleanRun, time);
    }

    /**
     * Takes into account that a run hung.
     *
     * @param onRepeatedFailure whether all repetitions of a call failed in it
     */
    void hung(boolean onRepeatedFailure) {
        hung = true;
        repeatedHung |= onRepeatedFailure;
    }

    /** Returns the limit of a run without a failure. A result that does not complete is waited for as long as code may hang. */
    CodeRun.Limit withoutFailure() {
        Duration time = longer(least.withoutFailure(), timeLimit.multipliedBy(TIMES_WITHOUT_FAILURE));
        return new CodeRun.Limit(time, timeLimit, timer);
    }

    /** Returns the limit of a run with a failure. */
    CodeRun.Limit withFailure() {
        Duration time = longer(timeLimit, slowestCleanRun.multipliedBy(TIMES_CLEAN_RUN));
        Duration shorter = longer(least.afterHang(), slowestCleanRun.multipliedBy(TIMES_CLEAN_RUN_AFTER_HANG));
        return limit(hung && shorter.compareTo(time) < 0 ? shorter : time);
    }

    /**
     * Returns the limit of a run in which all repetitions of a call fail. Code that is patient makes longer and longer pauses, and must not
     * count as hung before it gives up, so only the first run that hangs in this way may take that long.
     */
    CodeRun.Limit withRepeatedFailure() {
        Duration time = longer(timeLimit, slowestCleanRun.multipliedBy(TIMES_CLEAN_RUN));
        return limit(repeatedHung ? time : longer(time, withoutFailure().time()));
    }

    /** The watchdog ends the wait for a result. */
    private CodeRun.Limit limit(Duration time) {
        return new CodeRun.Limit(time, time.multipliedBy(2), timer);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
