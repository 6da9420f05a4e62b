package io.github.chimefake.consistency;

/**
 * Entry point for stale reads; by default every read sees every write. Each selecting method starts with any read. Thread-safe.
 *
 * @since 0.1
 */
public interface Consistency extends ReadSelection {
    /**
     * Removes every stale read, so that every read sees every write; the next reset restores those of the baseline.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void clear();
}
