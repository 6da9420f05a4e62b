package io.github.chimefake.internal.sessions;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.background.BackgroundWork;
import io.github.chimefake.internal.background.Work;
import io.github.chimefake.internal.events.EmittedEvent;
import io.github.chimefake.internal.events.EventListener;
import io.github.chimefake.internal.journal.DefaultJournal;
import io.github.chimefake.internal.journal.SocketNote;
import io.github.chimefake.internal.socketfaults.SocketFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Hands events to the sessions that were open when they were emitted: one after another, and after the response of the call that caused
 * them. Each session gets the events of a channel in the order of the writes. Events of another channel are in this order if the later
 * call was served when the earlier one had its response; they do not wait for a call that has none yet. Nothing is queued while no
 * session is open.
 */
final class EventDelivery implements EventListener {
    private static final Object QUEUE = "sessions";
    private static final int NAMED = 5;

    /** How long calls of the test wait. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private final OpenSessions open;
    private final BackgroundWork background;
    private final DefaultJournal journal;
    private final Runnable finishPostponed;

    /**
     * Creates a listener.
     *
     * @param finishPostponed does what the last call has left to the background, which may emit events
     */
    EventDelivery(OpenSessions open, BackgroundWork background, DefaultJournal journal, Runnable finishPostponed) {
        this.open = open;
        this.background = background;
        this.journal = journal;
        this.finishPostponed = finishPostponed;
    }

    @Override
    public void emitted(EmittedEvent event) {
        List<SocketSession> sessions = open.all();
        if (!sessions.isEmpty()) {
            Work work = new Delivery(event, sessions, open.generation(), journal.lastRequest());
            if (journal.changes().isInCall()) {
                background.add(QUEUE, event.channel(), work);
            } else {
                background.addReleased(QUEUE, event.channel(), work);
            }
        }
    }

    /** Waits until the events of calls that were responded to are handed to the sessions; at most 10 seconds. */
    void handOver() {
        List<String> unused = handOver(LIMIT);
    }

    /**
     * Waits until the events of calls that were responded to are handed to the sessions.
     *
     * @return those that are not yet
     */
    List<String> handOver(Duration limit) {
        List<SocketSession> sessions = open.all();
        if (sessions.isEmpty()) {
            return List.of();
        }
        finishPostponed.run();
        List<String> pending;
        try {
            pending = background.awaitResponded(QUEUE, limit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            pending = background.responded(QUEUE);
        }
        sessions.forEach(SocketSession::settle);
        return pending;
    }

    /** Does something in the order of the events; at once if no call of the current thread is to be responded to before. */
    void inOrder(Work work) {
        if (journal.changes().isInCall()) {
            background.add(QUEUE, new Object(), work);
        } else {
            handOver();
            work.run(() -> true);
        }
    }

    /** Does two things in the order of the events, the second after the events that the first has emitted. */
    void inOrder(Work first, Work second) {
        inOrder(new Work() {
            @Override
            public String description() {
                return first.description();
            }

            @Override
            public boolean runsUserCode() {
                return first.runsUserCode();
            }

            @Override
            public void run(BooleanSupplier wanted) {
                first.run(wanted);
                if (background.isCurrentThread()) {
                    background.addReleased(QUEUE, new Object(), second);
                } else {
                    inOrder(second);
                }
            }
        });
    }

    private final class Delivery implements Work {
        private final EmittedEvent event;
        private final List<SocketSession> sessions;
        private final long generation;
        private final long after;

        private Delivery(EmittedEvent event, List<SocketSession> sessions, long generation, long after) {
            this.event = event;
            this.sessions = sessions;
            this.generation = generation;
            this.after = after;
        }

        @Override
        public String description() {
            return event.type() + " in " + event.channel() + " for open sessions";
        }

        @Override
        public boolean runsUserCode() {
            return false;
        }

        @Override
        public void run(BooleanSupplier wanted) {
            List<SocketSession> receiving = sessions.stream()
                    .filter(session -> event.isFor(session.userArn()))
                    .toList();
            if (!wanted.getAsBoolean()) {
                return;
            }
            List<SocketSession.Delivered> delivered = receiving.isEmpty() ? List.of() : deliver(receiving);
            String receivers = delivered.isEmpty()
                    ? "no session: no receiver is connected"
                    : words(delivered, false).orElse("no session")
                            + words(delivered, true).map(", not to "::concat).orElse("");
            SocketNote note = SocketNote.ordinary(event.type() + " in " + event.channel() + " sent to " + receivers);
            open.ifCurrent(generation, () -> journal.recordSocket(note, after));
        }

        /** Returns the receivers whose event was withheld, or the others; empty if there are none. */
        private static Optional<String> words(List<SocketSession.Delivered> delivered, boolean withheld) {
            List<String> receivers = delivered.stream()
                    .filter(each -> each.isWithheld() == withheld)
                    .map(SocketSession.Delivered::toString)
                    .distinct()
                    .toList();
            int more = receivers.size() - NAMED;
            return receivers.isEmpty()
                    ? Optional.empty()
                    : Optional.of(receivers.stream().limit(NAMED).collect(joining(", "))
                            + (more > 0 ? " and " + more + " more" : ""));
        }

        private List<SocketSession.Delivered> deliver(List<SocketSession> receiving) {
            SocketFrame frame = SocketFrame.of(event);
            List<SocketSession.Delivered> receivers = new ArrayList<>();
            for (SocketSession session : receiving) {
                session.deliver(frame).ifPresent(receivers::add);
            }
            return receivers;
        }
    }
}
