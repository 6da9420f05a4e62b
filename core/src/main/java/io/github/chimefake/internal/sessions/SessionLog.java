package io.github.chimefake.internal.sessions;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.journal.DefaultJournal;
import io.github.chimefake.internal.journal.SocketNote;
import io.github.chimefake.internal.sessions.faults.SocketFrame;
import io.github.chimefake.sessions.RecordedSession;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What happened on messaging sessions since the last reset; bounded like the journal, whose printout it is a part of. */
final class SessionLog {
    private final DefaultJournal journal;
    private Deque<SessionRecord> sessions = new ArrayDeque<>();
    private Deque<DeliveredFrame> delivered = new ArrayDeque<>();
    private volatile Consumer<RecordedSession> observer = session -> {};
    private long evicted;

    SessionLog(DefaultJournal journal) {
        this.journal = journal;
    }

    void observe(Consumer<RecordedSession> other) {
        observer = other;
    }

    /** Tells of a session that has begun or ended. */
    void tell(RecordedSession session) {
        observer.accept(session);
    }

    synchronized void connected(SessionRecord session) {
        session.tellsBy(this::tell);
        sessions.add(session);
        if (sessions.size() > journal.capacity()) {
            sessions.remove();
        }
    }

    synchronized void delivered(SocketFrame frame, ChimeUser user, String sessionId) {
        delivered.add(new DeliveredFrame(frame, user, sessionId, journal.printsTexts()));
        if (delivered.size() > journal.capacity()) {
            delivered.remove();
            evicted++;
        }
    }

    /** Adds a line to the printout of the journal. */
    void note(SocketNote note) {
        journal.recordSocket(note);
    }

    synchronized List<RecordedSession> sessions() {
        return List.copyOf(sessions);
    }

    synchronized DeliverySnapshot delivered(List<String> pending) {
        return new DeliverySnapshot(List.copyOf(delivered), evicted, pending);
    }

    synchronized void clear() {
        sessions = new ArrayDeque<>();
        delivered = new ArrayDeque<>();
        evicted = 0;
    }
}
