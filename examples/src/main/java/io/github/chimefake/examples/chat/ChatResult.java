package io.github.chimefake.examples.chat;

import java.util.Optional;

/**
 * The result of something that a user wanted to do. An expected failure is not an exception, because the application handles
 * it and tells the user. Other failures, such as throttling that outlasts the retries, outages and bugs, remain exceptions
 * of the SDK.
 *
 * @param <T> the type of the value in case of success
 */
public sealed interface ChatResult<T> {
    /** It succeeded. */
    record Done<T>(T value) implements ChatResult<T> {}

    /** It failed, and nothing was changed. */
    record Refused<T>(ChatRefusal reason) implements ChatResult<T> {}

    /** Returns why it failed; empty if it succeeded. */
    default Optional<ChatRefusal> refusal() {
        return this instanceof Refused<T> refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    /**
     * Returns the value in case of success.
     *
     * @throws ChatRefusedException if it failed
     */
    default T orElseThrow() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        throw new ChatRefusedException(((Refused<T>) this).reason());
    }
}
