package io.github.chimefake.internal.sessions;

import io.github.chimefake.internal.socketfaults.CloseCodes;
import io.github.chimefake.internal.websocket.WebSocketConnection;
import io.github.chimefake.internal.websocket.WebSocketListener;

/** A connection that is closed right after the upgrade, which is when the service decides. */
record DeniedSession(SessionRecord sessionRecord, int code, String reason) implements WebSocketListener {
    @Override
    public void opened(WebSocketConnection connection) {
        if (code == CloseCodes.ABNORMAL) {
            connection.abort();
        } else {
            connection.close(code, reason);
        }
    }

    @Override
    public void closed(int closedWith, String with) {
        sessionRecord.ended(code, reason);
    }
}
