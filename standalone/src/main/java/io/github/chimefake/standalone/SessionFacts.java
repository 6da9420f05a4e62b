package io.github.chimefake.standalone;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.sessions.RecordedSession;
import java.time.Instant;
import java.util.Optional;

/**
 * What a line says about a messaging session that has begun or ended, or could not begin. Nothing of it is a secret.
 *
 * @param session the session
 * @param time when that happened
 */
record SessionFacts(RecordedSession session, Instant time) {
    /** The text in place of the operation. */
    static final String OPERATION = "Connect";

    Optional<String> caller() {
        return session.caller().map(ChimeCaller::principalArn).map(RequestFacts::name);
    }

    Optional<String> bearer() {
        return session.userArn().map(RequestFacts::name);
    }

    /**
     * Returns the layer that denied the connect, or what became of the session: {@code established}, {@code closed}, or {@code fault} if a
     * fault ended the connect.
     */
    String decision() {
        return session.deniedBy().map(RequestFacts::name).orElseGet(this::outcome);
    }

    private String outcome() {
        if (isEndedByFault()) {
            return "fault";
        }
        return session.closeCode().isPresent() ? "closed" : "established";
    }

    /** Returns whether the connect was denied, or ended by a fault. */
    boolean isFailed() {
        return session.deniedBy().isPresent() || isEndedByFault();
    }

    /** A connect that is not denied has an explanation only if a fault applies to it. */
    private boolean isEndedByFault() {
        return session.deniedBy().isEmpty()
                && !session.isEstablished()
                && session.explanation().isPresent();
    }

    /** Returns the close code; empty while the session is open, and if there was no WebSocket connection. */
    Optional<Integer> code() {
        return session.closeCode().isPresent() ? Optional.of(session.closeCode().getAsInt()) : Optional.empty();
    }
}
