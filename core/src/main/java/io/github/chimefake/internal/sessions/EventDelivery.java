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
 * them. Nothing is queued while no session is open.
 */
final class EventDelivery implements EventListener {
    private static final Object QUEUE = "sessions";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final OpenSessions open;
    private final BackgroundWork background;
    private final DefaultJournal journal;

    EventDelivery(OpenSessions open, BackgroundWork background, DefaultJournal journal) {
        this.open = open;
        this.background = background;
        this.journal = journal;
    }

    @Override
    public void emitted(EmittedEvent event) {
        List<SocketSession> sessions = open.all();
        if (!sessions.isEmpty()) {
            enqueue(new Delivery(event, sessions, journal.lastRequest()));
        }
    }

    /** Waits until the events of calls that were responded to are handed to the sessions. */
    void awaitHandedOver() {
        try {
            background.awaitEmpty(QUEUE, LIMIT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does something in the order of the events; at once if no call of the current thread is to be responded to before. */
    void inOrder(Work work) {
        if (journal.changes().isInCall()) {
            background.add(QUEUE, work);
        } else {
            work.run(() -> true);
        }
    }

    private void enqueue(Work work) {
        if (journal.changes().isInCall()) {
            background.add(QUEUE, work);
        } else {
            background.addReleased(QUEUE, work);
        }
    }

    private final class Delivery implements Work {
        private final EmittedEvent event;
        private final List<SocketSession> sessions;
        private final long after;

        private Delivery(EmittedEvent event, List<SocketSession> sessions, long after) {
            this.event = event;
            this.sessions = sessions;
            this.after = after;
        }

        @Override
        public String description() {
            return event.type()
                    + event.channel().map(channel -> " in " + channel).orElse("") + " for open sessions";
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
            List<String> receivers = receiving.isEmpty() ? List.of() : deliver(receiving);
            String sent = receivers.isEmpty()
                    ? "no session: of its receivers, none has one"
                    : receivers.stream().distinct().collect(joining(", "));
            if (wanted.getAsBoolean()) { // A reset may have come in between; the entry is not of its test.
                String channel = event.channel().map(arn -> " in " + arn).orElse("");
                journal.recordSocket(SocketNote.ordinary(event.type() + channel + " sent to " + sent), after);
            }
        }

        private List<String> deliver(List<SocketSession> receiving) {
            SocketFrame frame = new SocketFrame(event.type(), event.channel(), event.frame(), Optional.of(event));
            List<String> receivers = new ArrayList<>();
            for (SocketSession session : receiving) {
                session.deliver(frame).ifPresent(receivers::add);
            }
            return receivers;
        }
    }
}
