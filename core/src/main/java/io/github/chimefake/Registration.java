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
 *
 * @since 0.1
 */
public interface Registration extends AutoCloseable {
    /** Returns how many calls it was applied to since the last reset. A call and its retries count once; calls of actors do not count. */
    int timesApplied();

    /** Removes it, so that it applies to no further calls. Closing twice has no effect. */
    @Override
    void close();
}
