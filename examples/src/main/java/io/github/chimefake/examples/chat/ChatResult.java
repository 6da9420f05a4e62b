package io.github.chimefake.examples.chat;

import java.util.Optional;

/**
 * How something that a user wanted to do ended. A refusal is no exception here: the application expects it and tells the
 * user. What nobody could foresee (throttling that outlasts the retries, an outage, a bug) stays the SDK's exception.
 *
 * @param <T> what there is to tell of a success
 */
public sealed interface ChatResult<T> {
    /** It happened. */
    record Done<T>(T value) implements ChatResult<T> {}

    /** It was refused, and nothing happened. */
    record Refused<T>(ChatRefusal reason) implements ChatResult<T> {}

    /** Why it was refused; empty if it happened. */
    default Optional<ChatRefusal> refusal() {
        return this instanceof Refused<T> refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    /**
     * What there is to tell of a success.
     *
     * @throws ChatRefusedException if it was refused
     */
    default T orElseThrow() {
        if (this instanceof Done<T> done) {
            return done.value();
        }
        throw new ChatRefusedException(((Refused<T>) this).reason());
    }
}
