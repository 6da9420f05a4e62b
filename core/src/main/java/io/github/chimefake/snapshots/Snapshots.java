package io.github.chimefake.snapshots;

import io.github.chimefake.ChimeMessagingServer;

/**
 * Entry point for snapshots, the baseline and copies. Thread-safe.
 *
 * @since 0.1
 */
public interface Snapshots {
    /**
     * Returns a snapshot of the fake's current contents. Messages whose processor has not returned are PENDING in it; the data of deleted
     * app instances is deleted. Runs in constant time.
     */
    ServerSnapshot take();

    /**
     * Restores this snapshot, as {@link ChimeMessagingServer#reset()} restores the baseline. The baseline stays the same.
     *
     * @param snapshot of this fake or of another
     * @throws IllegalArgumentException if the snapshot is of a fake with another region or account, or lacks this one's default app
     *     instance
     * @throws IllegalStateException if the fake is closed
     */
    void restore(ServerSnapshot snapshot);

    /**
     * Makes the current state the baseline, to which {@link ChimeMessagingServer#reset()} returns. Clients that the current test
     * obtained belong to it. Initially, the baseline is the state with which the fake started.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void markBaseline();

    /**
     * Starts another fake with the same settings, on a free port, from the baseline of this one. The user must close it.
     *
     * @throws IllegalStateException if the fake is closed
     */
    ChimeMessagingServer startCopy();
}
