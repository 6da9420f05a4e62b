package io.github.chimefake.internal.sessions;

import static io.github.chimefake.events.MessagingEventType.SESSION_ESTABLISHED;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.journal.SocketNote;
import io.github.chimefake.internal.socketfaults.CloseCodes;
import io.github.chimefake.internal.socketfaults.ConnectEffect;
import io.github.chimefake.internal.socketfaults.EventEffect;
import io.github.chimefake.internal.socketfaults.EventFault;
import io.github.chimefake.internal.socketfaults.EventTransmission;
import io.github.chimefake.internal.socketfaults.SocketCalls;
import io.github.chimefake.internal.socketfaults.SocketFrame;
import io.github.chimefake.internal.websocket.WebSocketConnection;
import io.github.chimefake.internal.websocket.WebSocketListener;
import io.github.chimefake.sessions.OpenSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A session whose connect was accepted. What it receives before SESSION_ESTABLISHED waits, so that each event is sent once, and in order.
 * The lock of the object guards this order; nothing that is called with it blocks.
 */
final class SocketSession implements WebSocketListener, OpenSession {
    private static final SocketFrame ESTABLISHED =
            SocketFrame.of(SESSION_ESTABLISHED, Optional.empty(), Optional.empty());

    private final ConnectRequest connect;
    private final MemberArn user;
    private final Optional<ConnectEffect> fault;
    private final SessionRecord sessionRecord;
    private final SessionContext context;
    private final long generation;
    private final boolean registered;
    private final List<SocketFrame> pending = new ArrayList<>();
    private final EventTransmission transmission = new EventTransmission(new Transmitted());
    private final Queue<Runnable> untold = new ConcurrentLinkedQueue<>();
    private final AtomicInteger telling = new AtomicInteger();
    private @Nullable WebSocketConnection connection;
    private volatile boolean established;
    private volatile boolean ended;
    private volatile boolean heard = true;

    /**
     * Creates a session that is opened as soon as its connection is.
     *
     * @param fault what applies to the connect without ending it
     * @param registered whether the user is registered, so that its deletion ends the session
     */
    SocketSession(
            ConnectRequest connect,
            MemberArn user,
            Optional<ConnectEffect> fault,
            SessionRecord sessionRecord,
            SessionContext context,
            boolean registered) {
        this.connect = connect;
        this.user = user;
        this.fault = fault;
        this.sessionRecord = sessionRecord;
        this.context = context;
        this.generation = context.open().generation();
        this.registered = registered;
    }

    @Override
    public void opened(WebSocketConnection opened) {
        synchronized (this) {
            connection = opened;
        }
        if (!context.open().add(this, generation)) {
            ended = true; // Nothing is recorded, because the records are those of the next test.
            opened.close(CloseCodes.CLIENT_INITIATED, Sockets.TEST_HAS_ENDED);
            return;
        }
        context.timer().wake();
        if (fault.orElse(null) instanceof ConnectEffect.SendBefore before) {
            transmit(before.frame());
        }
        establish();
        if (fault.orElse(null) instanceof ConnectEffect.Close close) {
            endByFault(close.code());
        }
    }

    private void establish() {
        List<SocketFrame> prefetched = context.prefetch().apply(connect);
        synchronized (this) {
            if (!ended) {
                // Before it is sent, as a client may ask for open sessions as soon as it has received it.
                established = true;
                untold.add(sessionRecord.established());
                note(connectText() + ": SESSION_ESTABLISHED");
                transmitWithFaults(ESTABLISHED);
                transmitUntilEnd(prefetched);
                transmitUntilEnd(pending);
                pending.clear();
            }
        }
        tell();
        context.open().changed();
    }

    private void transmitUntilEnd(List<SocketFrame> frames) {
        for (SocketFrame frame : frames) {
            if (ended) { // A fault may close the session.
                return;
            }
            transmitWithFaults(frame);
        }
    }

    private void note(String text) {
        context.open().ifCurrent(generation, () -> context.log().note(SocketNote.ordinary(text)));
    }

    /** Tells what has become of the session, in order, unless the current thread holds the lock; then it does so when it has released it. */
    private void tell() {
        if (Thread.holdsLock(this) || telling.getAndIncrement() > 0) {
            return; // Another thread tells it.
        }
        try {
            do {
                for (Runnable next = untold.poll(); next != null; next = untold.poll()) {
                    next.run();
                }
            } while (telling.decrementAndGet() > 0);
        } catch (RuntimeException | Error ofObserver) {
            telling.set(0);
            throw ofObserver;
        }
    }

    private String connectText() {
        return connectText(connect);
    }

    /** Returns what a printout says of a connect, with full ARNs. */
    static String connectText(ConnectRequest connect) {
        return "connect" + connect.user().map(arn -> " as " + arn).orElse("")
                + connect.call()
                        .authorization()
                        .claimedAccessKeyId()
                        .map(key -> ", signed by " + connect.call().caller().principalArn())
                        .orElse("")
                + (connect.call().http().sender().isActor() ? ", by an actor" : "");
    }

    /**
     * Sends an event, or keeps it until the session is established.
     *
     * @return what became of it; empty if it was not sent because the session has ended
     */
    Optional<Delivered> deliver(SocketFrame frame) {
        Optional<Delivered> delivered = deliverInOrder(frame);
        tell();
        return delivered;
    }

    /**
     * What became of an event.
     *
     * @param receiver the ARN of the user
     * @param fault what a fault has done to it
     */
    record Delivered(String receiver, Optional<EventEffect> fault) {
        /** Returns whether it was not sent, or is sent later. */
        boolean isWithheld() {
            return fault.filter(effect -> effect instanceof EventEffect.Drop
                            || effect instanceof EventEffect.Hold
                            || effect instanceof EventEffect.Delay
                            || effect instanceof EventEffect.Reorder)
                    .isPresent();
        }

        /** Returns the receiver with the fault. */
        @Override
        public String toString() {
            return receiver + fault.map(effect -> " (fault: " + effect + ")").orElse("");
        }
    }

    private synchronized Optional<Delivered> deliverInOrder(SocketFrame frame) {
        if (ended) {
            return Optional.empty();
        }
        if (!established) {
            pending.add(frame);
            return Optional.of(new Delivered(user.text(), Optional.empty()));
        }
        return transmitWithFaults(frame);
    }

    /** Returns what became of the event; empty if it could not be sent. */
    private synchronized Optional<Delivered> transmitWithFaults(SocketFrame frame) {
        Optional<EventEffect> effect = context.faults()
                .events()
                .due(frame, event -> SocketCalls.event(connect.call(), event.channel()))
                .map(EventFault::effect);
        return transmission.transmit(frame, effect)
                ? Optional.of(new Delivered(user.text(), effect))
                : Optional.empty();
    }

    /** How the transmission sends. */
    private final class Transmitted implements EventTransmission.Session {
        @Override
        public boolean transmit(SocketFrame frame) {
            return SocketSession.this.transmit(frame);
        }

        @Override
        public boolean transmitLater(SocketFrame frame) {
            return SocketSession.this.transmitLater(frame);
        }

        @Override
        public boolean transmitPart(String text) {
            WebSocketConnection open = connection;
            return open != null && open.send(text);
        }

        @Override
        public void later(Duration delay, Runnable action) {
            context.timer().later(delay, action);
        }

        @Override
        public void close(int code) {
            endByFault(code);
        }
    }

    private void endByFault(int code) {
        end(code, CloseCodes.usualReason(code), "a fault of this test");
    }

    /** Sends an event that a fault has withheld. */
    private synchronized boolean transmitLater(SocketFrame frame) {
        boolean sent = transmit(frame);
        if (sent) {
            note(frame.type() + frame.channel().map(channel -> " in " + channel).orElse("") + " sent to " + user
                    + ", later because of a fault");
        }
        return sent;
    }

    private synchronized boolean transmit(SocketFrame frame) {
        WebSocketConnection open = connection;
        boolean sent = !ended && open != null && open.send(frame.text());
        if (sent) {
            context.open().ifCurrent(generation, () -> context.log().delivered(frame, user(), sessionId()));
        }
        return sent;
    }

    /** Waits until what another thread is sending is recorded. */
    @SuppressWarnings("EmptyBlock")
    void settle() {
        synchronized (this) {
            // The thread that sends holds the lock until it has recorded it.
        }
    }

    /** Sends a ping; ends the session if nothing has come since the last one. */
    void ping() {
        WebSocketConnection open;
        synchronized (this) {
            open = connection;
        }
        if (!heard) {
            end(CloseCodes.ABNORMAL, "", "the client did not respond to a ping");
        } else if (open != null && !ended) {
            heard = false;
            open.ping();
        }
    }

    @Override
    public void received(String text) {
        heard = true; // Documented: clients send nothing. What they send has no effect.
    }

    @Override
    public void pong() {
        heard = true;
    }

    /**
     * Ends the session.
     *
     * @param code 1006 to end the connection without a close frame
     * @param why for the printout
     * @return false if it has ended before
     */
    boolean end(int code, String reason, String why) {
        WebSocketConnection ending;
        synchronized (this) {
            if (ended) {
                return false;
            }
            transmission.transmitOvertaken(); // Nothing comes any more that could overtake it.
            ended = true;
            ending = connection;
            over(code, reason, why);
        }
        if (ending != null) {
            ending.close(code, code == CloseCodes.ABNORMAL ? why : reason); // Behind what is queued.
        }
        tell();
        return true;
    }

    @Override
    public void closed(int code, String reason) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            over(code, reason, code == CloseCodes.ABNORMAL ? reason : "by the client");
        }
        tell();
    }

    private void over(int code, String reason, String why) {
        untold.add(sessionRecord.end(code, reason));
        boolean withFrame = code != CloseCodes.ABNORMAL && !reason.isEmpty();
        note("session of " + user + " closed with " + code + (withFrame ? " " + reason : "") + ": " + why);
        context.open().remove(this);
    }

    ConnectRequest connect() {
        return connect;
    }

    boolean isOf(String userArn) {
        return user.text().equals(userArn);
    }

    MemberArn userArn() {
        return user;
    }

    Call call() {
        return connect.call();
    }

    /** Returns whether the user was registered when it connected. */
    boolean isOfRegisteredUser() {
        return registered;
    }

    @Override
    public ChimeUser user() {
        return ChimeUser.of(user.text());
    }

    @Override
    public ChimeCaller caller() {
        return connect.call().caller();
    }

    @Override
    public String sessionId() {
        return connect.sessionId().orElse("");
    }

    @Override
    public Instant connectedAt() {
        return sessionRecord.connectedAt();
    }

    @Override
    public boolean isByActor() {
        return sessionRecord.isByActor();
    }

    @Override
    public boolean isOpen() {
        return established && !ended;
    }

    @Override
    public void close(int code, String reason) {
        String call = "close(" + code + ", \"" + reason + "\")";
        CloseCodes.require(call, code);
        CloseCodes.requireReason(call, reason);
        context.handOver().run();
        end(code, reason, "by the test");
    }

    @Override
    public void drop() {
        context.handOver().run();
        end(CloseCodes.ABNORMAL, "", "by the test");
    }

    @Override
    public void expireCredentials() {
        Caller caller = connect.call().caller();
        context.expire().accept(caller);
    }

    @Override
    public String toString() {
        return "session of " + Arn.of(user.text()).id() + (sessionId().isEmpty() ? "" : " (" + sessionId() + ")");
    }
}
