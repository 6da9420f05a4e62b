package io.github.chimefake.internal.control.sessions;

import io.github.chimefake.internal.control.calls.SetupIds;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.sessions.OpenSession;
import java.util.List;
import java.util.Optional;

/** The open messaging sessions with their ids in this interface. */
public final class ShownSessions {
    /** A session. */
    public static final NamedSchema SCHEMA = SessionJson.SESSION;

    private final ControlledFake fake;
    private final SetupIds<OpenSession> ids;

    /** Creates the ids of the sessions of a fake. */
    public ShownSessions(ControlledFake fake) {
        this.fake = fake;
        this.ids = new SetupIds<>(
                "session", () -> fake.isRunning() ? fake.chime().sessions().open() : List.of());
    }

    /** Returns the open session with this id; empty if there is none. */
    Optional<OpenSession> find(String id) {
        return ids.find(id);
    }

    JsonObject show(OpenSession session) {
        return SessionJson.write(ids.id(session), session);
    }

    /** Returns the open session whose connect had this parameter {@code sessionId}; empty if there is none. */
    public Optional<JsonObject> showConnected(String sessionId) {
        return fake.chime().sessions().open().stream()
                .filter(session -> session.sessionId().equals(sessionId))
                .findFirst()
                .map(this::show);
    }
}
