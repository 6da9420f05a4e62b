package io.github.chimefake;

/**
 * A rule, fault, limit or stale read that is registered with the fake: it applies to calls until it is closed, used up, or removed by a
 * reset. Thread-safe.
 *
 * <pre>{@code
 * try (Registration rule = chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE)) {
 *     chat.post("hello");
 *     assertThat(rule.timesApplied()).isOne();
 * }
 * }</pre>
 */
public interface Registration extends AutoCloseable {
    /** Returns how many calls it was applied to since the last reset. The retries of an SDK belong to one call. */
    int timesApplied();

    /** Removes it. Closing twice has no effect. */
    @Override
    void close();
}
