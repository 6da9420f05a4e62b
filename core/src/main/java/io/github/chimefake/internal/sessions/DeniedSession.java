package io.github.chimefake.internal.sessions;

import io.github.chimefake.internal.websocket.WebSocketConnection;
import io.github.chimefake.internal.websocket.WebSocketListener;

/** A connection that is closed right after the upgrade, which is when the service decides. */
final class DeniedSession implements WebSocketListener {
    private final SessionRecord sessionRecord;
    private final int code;
    private final String reason;
    private final OpenSessions open;
    private final long generation;

    DeniedSession(SessionRecord sessionRecord, int code, String reason, OpenSessions open) {
        this.sessionRecord = sessionRecord;
        this.code = code;
        this.reason = reason;
        this.open = open;
        this.generation = open.generation();
    }

    @Override
    public void opened(WebSocketConnection connection) {
        recordEnd(); // Before the client sees it, as it may ask for the record then.
        connection.close(code, reason);
    }

    @Override
    public void closed(int closedWith, String with) {
        recordEnd();
    }

    private void recordEnd() {
        if (open.generation() == generation) { // The records are otherwise those of the next test.
            sessionRecord.ended(code, reason);
        }
    }
}
