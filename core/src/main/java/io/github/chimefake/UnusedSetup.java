package io.github.chimefake;

/**
 * A part of what a test set up that had no effect, or not all of its effect: probably a mistake of the test, which may pass without
 * testing what it was written for. Immutable; two are equal if they are about the same set-up.
 *
 * <ul>
 *   <li>{@link Reason#UNFINISHED}: a selection of calls, for example {@code chime.faults().on(LIST_CHANNELS).once()}, with which nothing was
 *       registered. One that was continued or finished at least once is not reported.
 *   <li>{@link Reason#NEVER_APPLIED}: a permission rule or a fault that applied to no call. A rule that allows has applied if it decided
 *       on a call. A rate limit is used as soon as it has counted a call; stale reads, as soon as they select a read; a fault with a
 *       probability, as soon as it selects a call.
 *   <li>{@link Reason#NOT_ENDED}: {@code calls(n)}, {@code eachCall(…)} or {@code eachAttempt(…)} that applied to fewer calls or attempts.
 * </ul>
 *
 * <p>Attached policies are not reported. Not to be implemented by users.
 *
 * @see TestIsolation#unusedSetup()
 * @since 0.1
 */
@Experimental
public interface UnusedSetup {
    /** Returns why it is reported. */
    Reason reason();

    /**
     * Returns where it was set up: the file and line of the last method, for example {@code ChatTest.java:42}, or the declaration given
     * to {@link TestIsolation#declare}.
     */
    String source();

    /** Returns what was set up, for example {@code permissions().on(SEND_CHANNEL_MESSAGE).by(alice)}. */
    String description();

    /** Returns what did not happen, and as far as it is known why, for example {@code never applied: no SendChannelMessage was received}. */
    String explanation();

    /** Returns one line with the source, the description and the explanation. */
    @Override
    String toString();

    /**
     * The reasons for a report.
     *
     * @since 0.1
     */
    @Experimental
    enum Reason {
        /** Calls were selected, but nothing was registered for them. */
        UNFINISHED,
        /** A rule, fault, limit or stale read applied to no call. */
        NEVER_APPLIED,
        /** A rule or fault applied to fewer calls or attempts than it has to. */
        NOT_ENDED
    }
}
