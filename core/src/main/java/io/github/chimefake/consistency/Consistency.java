package io.github.chimefake.consistency;

/** Entry point for stale reads; by default every read sees every write. Each selecting method starts with any read. Thread-safe. */
public interface Consistency extends ReadSelection {
    /** Makes every read see every write; the next reset restores what the baseline holds. */
    void clear();
}
