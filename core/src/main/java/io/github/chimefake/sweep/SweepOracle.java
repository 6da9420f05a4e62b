package io.github.chimefake.sweep;

import io.github.chimefake.Experimental;
import java.util.Locale;

/**
 * A rule that finds a run wrong, without anything that the test says. Each can be switched off:
 * {@link SweepSettings#withoutOracles}.
 *
 * @since 0.1
 */
@Experimental
public enum SweepOracle {
    /**
     * The code did not end within the time limit, see {@link SweepSettings#timeLimit}, or made over 100 calls more than three times those of the clean run. Of such
     * a run, no other oracle judges anything. Also a run that ends in this way before it comes to the call that was to fail: one before it keeps
     * something, for example a lock.
     */
    HUNG,
    /**
     * Something is stored more often than before the code began, and more often than after the clean run, which stores it, too. Things are equal
     * if they differ in generated ids and instants only. Redacted messages do not count. Not judged if two clean runs leave
     * different states.
     */
    DUPLICATED,
    /**
     * The code threw an exception, the state is neither that before it nor that of the clean run, and running the code again, without a failure,
     * leaves neither the state of the clean run nor that of running it twice. If running it again after a clean run changes more, only things
     * count that are incomplete after the second try, too, for example a channel without its moderator. If it fails then with the same
     * class of exception as now, and no error of the service is the cause, the test makes a second try impossible, and there is no alarm.
     * Nor is there one if the code tried to undo its changes, or to delete what it had created, and that failed, too; if the response to its only change was lost
     * and the code cannot be repeated; for best effort; or if two clean runs leave different states.
     */
    HALF_DONE,
    /**
     * The code threw an exception, the state is as before, and running the code again, without a failure, fails with another class of exception than
     * running it again after a clean run does; or changes nothing, though the clean run does; or returns what neither the
     * clean run nor its repetition returns.
     */
    POISONED,
    /**
     * A denial (status 401 or 403, or a member of a batch) reached the code, neither code nor test failed, state and returned value are not both those
     * of the clean run, and no later call makes up for it. A call makes up for it that succeeds, that the clean run does not make, and that either
     * repeats the failed call or changes something where the failed call would have changed something, too; with exceptions for lost responses
     * and for changes of something unrelated. A read more makes up for nothing but the same read. Nor is there an alarm for best effort: the operation is declared so, and the code made every
     * change by other operations that the clean run makes.
     */
    SWALLOWED,
    /** The same as {@link #SWALLOWED}, for a failure that is no denial: throttling, or a lost response. */
    MASKED,
    /**
     * The code repeated a failed call, from the same line and with the same content, at least twice more than the clean run does, and its thread
     * neither slept nor waited before any of these. The attempts that the SDK makes of one call do not count. Calls of
     * other threads than the one that runs the code are not judged.
     */
    RETRIED_WITHOUT_PAUSE,
    /**
     * A secret access key, a session token, or the text of a message that the code sent, of at least 8 characters, is in what was written to {@code System.out}
     * or {@code System.err} during the run. What the clean run writes, too, is one alarm of the sweep, unless a whole test is swept.
     * White space does not count, and a line of a text is enough.
     */
    LEAKED,
    /**
     * The code under test threw its own exception, and none of the exceptions that it received because of the failure is in it: not among the
     * causes, nor suppressed, nor by its error code or its whole message in a message. What carries an exception from another thread is looked into. There is no alarm for
     * what the test, its outer or superclasses, or an assertion throw, nor for another error of the service.
     */
    REPLACED;

    /** Returns the name as reports write it, for example {@code half done}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
