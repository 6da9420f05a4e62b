package io.github.chimefake.internal.control.actors;

import java.util.Optional;

/**
 * What an action has returned.
 *
 * @param messageId the id of the message that was sent; empty if none was
 * @param sessionId the parameter {@code sessionId} of the session that was opened; empty if none was
 * @param closed how many sessions were open; empty unless the action ends sessions
 */
record ActionResult(Optional<String> messageId, Optional<String> sessionId, Optional<Integer> closed) {
    static final ActionResult NOTHING = new ActionResult(Optional.empty(), Optional.empty(), Optional.empty());

    static ActionResult sent(String messageId) {
        return new ActionResult(Optional.of(messageId), Optional.empty(), Optional.empty());
    }

    static ActionResult connected(String sessionId) {
        return new ActionResult(Optional.empty(), Optional.of(sessionId), Optional.empty());
    }

    static ActionResult closed(int count) {
        return new ActionResult(Optional.empty(), Optional.empty(), Optional.of(count));
    }
}
