package io.github.chimefake.snapshots;

import io.github.chimefake.ChimeMessagingServer;

/** Entry point for snapshots, the baseline and copies. Thread-safe. */
public interface Snapshots {
    /**
     * Returns a snapshot of all that the fake holds now. Messages whose processor has not returned are PENDING in it; the data of deleted
     * app instances is deleted. Runs in constant time.
     */
    ServerSnapshot take();

    /**
     * Does what {@link ChimeMessagingServer#reset()} does, with this snapshot instead of the baseline. The baseline stays.
     *
     * @param snapshot of this fake or of another
     * @throws IllegalArgumentException if the snapshot is of a fake with another region or account, or lacks this one's default app
     *     instance
     * @throws IllegalStateException if the fake is closed
     */
    void restore(ServerSnapshot snapshot);

    /**
     * Makes the current state the baseline, to which {@link ChimeMessagingServer#reset()} returns. Clients that the current test took
     * belong to it. At first, the baseline is what the fake started with.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void markBaseline();

    /**
     * Starts another fake with the same settings, on a free port, which holds what this one's baseline holds. Close it after use.
     *
     * @throws IllegalStateException if the fake is closed
     */
    ChimeMessagingServer startCopy();
}
