package io.github.chimefake.internal.sweep;

import io.github.chimefake.internal.sweep.oracles.CleanRun;
import java.util.Optional;

/**
 * Where the code of a sweep runs. The first run is on the thread of the test. The second tries a thread that can be left behind if the code
 * hangs. If it fails there, or does something else, it depends on the thread of the test, for example by thread locals, so all further runs
 * are on that one.
 */
final class CodeThreads {
    private Optional<ThreadGroup> group = Optional.empty();
    private boolean decided;
    private boolean onOwnThread;
    private Optional<CleanRun> trial = Optional.empty();
    private boolean tried;
    private Optional<String> note = Optional.empty();

    /**
     * Creates a choice that is yet to be made.
     *
     * @param onTestThread whether the test asks for its own thread
     */
    CodeThreads(boolean onTestThread) {
        decided = onTestThread;
    }

    /** Returns whether the next run without a failure, after the first, is to try a separate thread. */
    boolean isTrialNext() {
        return !decided && !tried;
    }

    /** Returns the group of the separate threads of runs with a failure; empty if they are on that of the test. */
    Optional<ThreadGroup> ownThreads() {
        return onOwnThread ? Optional.of(ofTrial()) : Optional.empty();
    }

    /** Returns the group of the separate thread of a run that tries it. */
    ThreadGroup ofTrial() {
        ThreadGroup existing = group.orElseGet(() -> new ThreadGroup("chime-fake-sweep"));
        group = Optional.of(existing);
        return existing;
    }

    /** Takes the run that tried it into account. Returns whether it can be compared with the first. */
    boolean takeTrial(CleanRun first, SweptRun run) {
        tried = true;
        if (run.ranOnThreadOfTest()) {
            decided = true;
            note = Optional.of("a transaction of the test belongs to its thread");
            return true;
        }
        if (!run.hasFailed() && CleanRuns.areAlike(first, run.asCleanRun())) {
            decided = true;
            onOwnThread = true;
            return true;
        }
        trial = run.hasFailed() ? Optional.empty() : Optional.of(run.asCleanRun());
        return false;
    }

    /** Takes a run on the thread of the test into account. If it differs from the first one, too, the thread is not the reason. */
    void takeOther(CleanRun first, CleanRun other) {
        if (!decided) {
            decided = true;
            onOwnThread = trial.isPresent() && !CleanRuns.areAlike(first, other);
            if (!onOwnThread) {
                note = Optional.of("the code does something else on another thread");
            }
        }
    }

    /** Returns what the reader should know. */
    Optional<String> note() {
        return note.map(reason -> "the code runs on the thread of the test, because " + reason
                + ". There, code that does not end when its thread is interrupted cannot be left behind");
    }
}
