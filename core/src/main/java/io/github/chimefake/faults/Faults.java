package io.github.chimefake.faults;

/**
 * Entry point for faults. Each method starts a fault on any call. Thread-safe.
 *
 * @since 0.1
 */
public interface Faults extends FaultSelection {
    /**
     * Removes every fault, those of the baseline included; the next reset restores those of the baseline.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void clear();
}
