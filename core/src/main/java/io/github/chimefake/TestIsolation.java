package io.github.chimefake;

/**
 * Tells a fake where tests begin. For extensions of test frameworks; tests themselves call
 * {@link ChimeMessagingServer#reset()}. A client that is taken during a test serves until that test is over, whatever the test
 * resets; after that its requests are answered with 410 and reported with the name of the test.
 *
 * <p>Safe for use by many threads.
 */
public final class TestIsolation {
    private final ChimeMessagingServer chime;

    private TestIsolation(ChimeMessagingServer chime) {
        this.chime = chime;
    }

    /** Returns what tells this fake where tests begin. */
    public static TestIsolation of(ChimeMessagingServer chime) {
        return new TestIsolation(chime);
    }

    /**
     * Goes back to the snapshot, makes it the baseline, and starts a test without a name. Clients that were taken before are
     * refused from now on, except for those of the baseline.
     *
     * @throws IllegalArgumentException if the snapshot is of a fake that lacks this one's default app instance
     */
    public void startTest(ServerSnapshot baseline) {
        chime.startTest(baseline);
    }

    /**
     * Names the test that runs now, for reports about requests that come after its end.
     *
     * @param name for example {@code ChatTest > sendsAMessage()}
     */
    public void nameTest(String name) {
        chime.nameTest(name);
    }
}
