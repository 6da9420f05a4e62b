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

    /** Returns the layer that denied the connect, or what became of the session: {@code established}, {@code closed}. */
    String decision() {
        return session.deniedBy()
                .map(RequestFacts::name)
                .orElseGet(() -> session.closeCode().isPresent() ? "closed" : "established");
    }

    boolean isDenied() {
        return session.deniedBy().isPresent();
    }

    /** Returns the close code; empty while the session is open, and if there was no WebSocket connection. */
    Optional<Integer> code() {
        return session.closeCode().isPresent() ? Optional.of(session.closeCode().getAsInt()) : Optional.empty();
    }
}
