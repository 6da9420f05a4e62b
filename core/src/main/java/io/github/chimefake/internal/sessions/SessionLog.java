package io.github.chimefake.internal.sessions;

import io.github.chimefake.internal.journal.DefaultJournal;
import io.github.chimefake.internal.journal.SocketNote;
import io.github.chimefake.sessions.DeliveredEvent;
import io.github.chimefake.sessions.RecordedSession;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What happened on messaging sessions since the last reset; bounded like the journal, whose printout it is a part of. */
final class SessionLog {
    private final DefaultJournal journal;
    private Deque<SessionRecord> sessions = new ArrayDeque<>();
    private Deque<DeliveredFrame> delivered = new ArrayDeque<>();

    SessionLog(DefaultJournal journal) {
        this.journal = journal;
    }

    synchronized void connected(SessionRecord session) {
        sessions.add(session);
        if (sessions.size() > journal.capacity()) {
            sessions.remove();
        }
    }

    synchronized void delivered(DeliveredFrame frame) {
        delivered.add(frame);
        if (delivered.size() > journal.capacity()) {
            delivered.remove();
        }
    }

    /** Adds a line to the printout of the journal. */
    void note(SocketNote note) {
        journal.recordSocket(note);
    }

    synchronized List<RecordedSession> sessions() {
        return List.copyOf(sessions);
    }

    synchronized List<DeliveredEvent> delivered() {
        return List.copyOf(delivered);
    }

    synchronized void clear() {
        sessions = new ArrayDeque<>();
        delivered = new ArrayDeque<>();
    }
}
