package io.github.chimefake.internal.socketfaults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends the events of one session as faults let it. Used with the lock of the session held. */
public final class EventTransmission {
    private final Session session;
    private final List<SocketFrame> overtaken = new ArrayList<>();

    /** What a session does with the text of an event, or with itself. */
    public interface Session {
        /** Returns whether the event was sent. */
        boolean transmit(SocketFrame frame);

        /** Sends an event that was withheld; may be called without the lock. Returns whether it was sent. */
        boolean transmitLater(SocketFrame frame);

        /** Sends a part of an event, which does not count as delivered. Returns whether it was sent. */
        boolean transmitPart(String text);

        /** Runs an action after a delay. */
        void later(Duration delay, Runnable action);

        /** Closes the session. */
        void close(int code);
    }

    /** Creates the transmission of a session. */
    public EventTransmission(Session session) {
        this.session = session;
    }

    /** Returns whether the event was sent, or what the fault does in place of that was done. */
    public boolean transmit(SocketFrame frame, Optional<EventEffect> fault) {
        if (fault.orElse(null) instanceof EventEffect.Reorder && overtaken.isEmpty()) {
            return overtaken.add(frame);
        }
        boolean sent = fault.isPresent() ? transmit(frame, fault.get()) : session.transmit(frame);
        transmitOvertaken();
        return sent;
    }

    private boolean transmit(SocketFrame frame, EventEffect fault) {
        if (fault instanceof EventEffect.Drop) {
            return true;
        } else if (fault instanceof EventEffect.Duplicate) {
            boolean first = session.transmit(frame);
            return session.transmit(frame) && first;
        } else if (fault instanceof EventEffect.Delay later) {
            session.later(later.delay(), () -> session.transmitLater(frame));
            return true;
        } else if (fault instanceof EventEffect.Hold hold) {
            return hold.held().add(() -> session.transmitLater(frame)) || session.transmit(frame);
        } else if (fault instanceof EventEffect.Truncate) {
            return session.transmitPart(firstHalf(frame.text()));
        } else if (fault instanceof EventEffect.Close close) {
            boolean sent = session.transmit(frame);
            session.close(close.code());
            return sent;
        }
        return session.transmit(frame);
    }

    /** Sends the event that waits to be overtaken, if there is one. */
    public void transmitOvertaken() {
        List<SocketFrame> later = List.copyOf(overtaken);
        overtaken.clear();
        later.forEach(session::transmitLater);
    }

    /** Returns whole characters only, because clients end a connection whose text is not UTF-8. */
    private static String firstHalf(String text) {
        return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2));
    }
}
