package io.github.chimefake.leastprivilege;

/**
 * Notes what callers are let do from now on, beside what the fake notes from its start: the policy of one test, or of one use case.
 *
 * <pre>{@code
 * try (LeastPrivilegeRecording recording = chime.recordLeastPrivilege()) {
 *     archive.run();
 *     Files.writeString(path, recording.leastPrivilege().toJson());
 * }
 * }</pre>
 */
public final class LeastPrivilegeRecording implements AutoCloseable {
    private final UsageLedger own = new UsageLedger();
    private final UsageLedger ledger;

    LeastPrivilegeRecording(UsageLedger ledger) {
        this.ledger = ledger;
    }

    UsageLedger own() {
        return own;
    }

    /** What was let pass since it began, or until it was closed. */
    public LeastPrivilege leastPrivilege() {
        return own.soFar();
    }

    /** Ends it. What it noted stays. Closing twice does nothing. */
    @Override
    public void close() {
        ledger.forget(this);
    }
}
