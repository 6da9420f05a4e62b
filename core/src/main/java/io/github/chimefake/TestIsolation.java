package io.github.chimefake;

import io.github.chimefake.internal.server.FakeServer;
import io.github.chimefake.snapshots.ServerSnapshot;
import java.util.List;
import java.util.function.Supplier;

/**
 * An entry point for extensions of test frameworks, which tell a fake with it where tests begin; tests call
 * {@link ChimeMessagingServer#reset()} instead. A client that is obtained during a test works until that test ends, even if the test
 * resets the fake; afterwards its requests fail with status 410 and are reported with the name of the test.
 *
 * <p>Thread-safe. Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface TestIsolation {
    /**
     * Returns the isolation of this fake's tests.
     *
     * @throws IllegalArgumentException if the fake was not started by this library
     */
    static TestIsolation of(ChimeMessagingServer chime) {
        return FakeServer.of(chime).isolation();
    }

    /**
     * Restores the snapshot, makes it the baseline, and starts a test without a name. Clients that were obtained before stop
     * working, except for those of the baseline.
     *
     * @throws IllegalArgumentException if the snapshot is of a fake with another region or account, or lacks this one's default app
     *     instance
     * @throws IllegalStateException if the fake is closed
     */
    void startTest(ServerSnapshot baseline);

    /**
     * Names the current test, for reports about requests that arrive after its end.
     *
     * @param name for example {@code ChatTest > sendsAMessage()}
     */
    void nameTest(String name);

    /**
     * Checks that a user or bot is registered, for annotations that name one. With an open directory, every user of an existing app
     * instance counts as registered.
     *
     * @throws IllegalArgumentException if it is not; the message says who is, and who was probably meant
     */
    void requireUser(ChimeUser user);

    /**
     * Returns a value that stands for all callers of a principal, for annotations that name one: rules and faults by it apply to the
     * calls of each of them, also of those that are created later. It has no credentials and cannot be changed.
     *
     * @param principal as in {@link ChimeMessagingServer#caller(String)}. A role without a session stands for all of its sessions
     * @throws IllegalArgumentException if it does not name a principal
     */
    ChimeCaller callersOf(String principal);

    /**
     * Checks that a caller of a principal exists, for annotations that name one.
     *
     * @param caller of {@link #callersOf}
     * @throws IllegalArgumentException if none does; the message says which principals have callers, and which one was probably meant
     */
    void requireCaller(ChimeCaller caller);

    /**
     * Checks that a channel exists, for annotations that name one.
     *
     * @throws IllegalArgumentException if it does not; the message says which channels do, and which one was probably meant
     */
    void requireChannel(ChimeChannel channel);

    /**
     * Returns what was set up since the last reset and had no effect so far, in the order in which it was set up: selections of calls
     * with which nothing was registered, rules and faults that never applied, and sequences that did not end. Does not include what the
     * baseline set up. What was closed or cleared is included, unless it had its effect before. Works on a closed fake, too.
     *
     * <pre>{@code
     * assertThat(TestIsolation.of(chime).unusedSetup()).isEmpty();
     * }</pre>
     */
    List<UnusedSetup> unusedSetup();

    /**
     * Returns what the baseline set up and no test has used so far, on this fake or on any other with the same baseline, which a
     * snapshot was restored in or which is a copy. A sequence is used as soon as it has applied once. Works on a closed fake, too.
     */
    List<UnusedSetup> unusedBaseline();

    /**
     * Runs code that sets up the fake for a declaration, for example an annotation. All that it registers counts as one set-up, which is
     * used as soon as any part of it is, and which reports name by the declaration instead of by a line.
     *
     * @param declaration for example {@code @DenyCalls on class ChatTest}
     * @param setup runs on the current thread while no lock is held
     */
    void declare(String declaration, Runnable setup);

    /** Returns a printout of the journal as it is now. The text is made when it is requested, so a test that passes does not pay for it. */
    Supplier<String> printout();

    /**
     * Returns a printout of the late calls since the journal was cleared, of a limited number of lines; empty if there are none.
     */
    String printoutOfLateCalls();

    /**
     * Makes clients work in all tests, whenever they were obtained, because an application that several tests share holds them. Of
     * their calls, only those that began before a test ended or reset the fake fail afterwards.
     */
    void keepClients();

    /**
     * Makes {@link ChimeMessagingServer#stop()} and {@link ChimeMessagingServer#close()} throw an {@link IllegalStateException}, because
     * the fake belongs to several tests.
     *
     * @param reason the second half of the message: what the fake belongs to, and what a test can do instead
     * @return the action by which the owner closes the fake
     */
    Runnable preventClose(String reason);

    /** Clears the journal, so that the next report does not list the same calls again. */
    void clearJournal();
}
