package io.github.chimefake.sweep;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Experimental;
import io.github.chimefake.internal.sweep.DefaultFakeWatch;
import io.github.chimefake.internal.sweep.DefaultSweepEngine;
import java.util.List;
import java.util.Optional;

/**
 * The engine that runs a test again and again: twice without a failure, and then once for each failure that each of its calls can meet.
 *
 * <pre>{@code
 * SweepReport report = SweepEngine.of("posts", SweepSettings.defaults()).sweep(chime, sweep -> {
 *     ChimeUser alice = chime.user("alice");
 *     sweep.run(() -> chat.post(alice, "hello"));
 * });
 * assertThat(report.alarms()).isEmpty();
 * }</pre>
 *
 * <p>A test framework takes the runs one by one with {@link #next()}, because which runs there are depends on the ones before. Used by one
 * thread at a time. Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
@CheckReturnValue
public interface SweepEngine {
    /**
     * Returns the engine for the sweep of one test.
     *
     * @param test the name of the test, for the report
     */
    static SweepEngine of(String test, SweepSettings settings) {
        return new DefaultSweepEngine(test, settings);
    }

    /**
     * Returns the fakes of this JVM as they are now, for a test framework that sweeps tests that start fakes by themselves. Fakes that were
     * started before this was called for the first time are not known.
     */
    static FakeWatch watchFakes() {
        return DefaultFakeWatch.now();
    }

    /**
     * Runs a test until there are no more runs. Before each run, the fake is {@linkplain ChimeMessagingServer#reset() reset}.
     *
     * @throws AssertionError if verifications fail in runs with a failure; its message names these runs
     * @throws IllegalStateException if {@linkplain #whyNothingWasSwept() nothing was swept}
     * @throws Exception what the test throws if nothing was injected
     */
    SweepReport sweep(ChimeMessagingServer chime, SweptTest test) throws Exception;

    /**
     * Returns the next run; empty if there are no more, for example because a run without a failure failed.
     *
     * @throws IllegalStateException if the run before has not ended
     */
    Optional<Run> next();

    /**
     * Returns about how many runs with a failure there are in all: those so far, and those that are planned. What runs show adds further
     * ones and makes others unnecessary.
     */
    int expectedRuns();

    /** Returns the report of the runs so far. */
    SweepReport report();

    /**
     * Returns why the runs so far prove nothing although none failed: the code made no call, no call of it is the same in both runs without a
     * failure, or there is no run with the name that {@link SweepSettings#onlyRun} selects. A test framework lets the test fail with it.
     * Empty otherwise, also if all calls of the code fail in the runs without a failure: such code is meant to be denied, and the
     * report notes each of these calls.
     */
    Optional<String> whyNothingWasSwept();

    /**
     * A test that is swept.
     *
     * @since 0.1
     */
    @Experimental
    @FunctionalInterface
    interface SweptTest {
        /** Runs the test from its beginning, with a new object under test. */
        void run(Sweep sweep) throws Exception;
    }

    /**
     * One run of the test.
     *
     * @since 0.1
     */
    @Experimental
    interface Run {
        /** Returns the name: what is injected where, for example {@code SendChannelMessage by alice in general: response lost}. */
        String name();

        /** Returns the failure that is injected, the last one if there are several; empty for a run without one. */
        Optional<InjectedFailure> injected();

        /**
         * Starts the run.
         *
         * @param chime the fake that the test uses, at its baseline
         * @throws IllegalStateException if the run was started before
         */
        Sweep start(ChimeMessagingServer chime);

        /**
         * Ends the run. It may run the code under test a second time, so the fake must be as the test has left it.
         *
         * @param thrown what the test has thrown
         * @return what the run fails with: a failed verification, or a failure where nothing was injected
         * @throws IllegalStateException if the run was not started, or has ended
         */
        Optional<Throwable> end(Optional<Throwable> thrown);

        /**
         * Ends the run without a verdict, whether it was started or not, because it did not come to the code under test. The report says how
         * many runs were left out for this reason.
         *
         * @throws IllegalStateException if the run has ended
         */
        void leaveOut(String reason);

        /**
         * Returns the verdict; empty before the end, if nothing was injected, or if the run did not come to the call that was to fail and did
         * not hang before it.
         */
        Optional<SweepVerdict> verdict();
    }

    /**
     * The fakes of this JVM since a moment.
     *
     * @since 0.1
     */
    @Experimental
    interface FakeWatch {
        /** Returns the fakes that have received calls since then, including those that are closed now. */
        List<ChimeMessagingServer> called();

        /** Returns the running fakes that were started, or have returned to a baseline, since then. */
        List<ChimeMessagingServer> startedOrReset();
    }
}
