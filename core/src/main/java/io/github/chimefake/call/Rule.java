package io.github.chimefake.call;

/**
 * Something that was registered with the fake and acts on calls until it is closed, used up, or swept away by a reset.
 *
 * <pre>{@code
 * try (Rule rule = chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE)) {
 *     chat.post("hello");
 *     assertThat(rule.fired()).isOne();
 * }
 * }</pre>
 */
public interface Rule extends AutoCloseable {
    /** How many invocations it has struck since the last reset. An SDK's retries belong to one invocation. */
    int fired();

    /** Lifts it. Closing twice does nothing. */
    @Override
    void close();
}
