package io.github.chimefake.internal.sessions;

import static io.github.chimefake.events.MessagingEventType.SESSION_ESTABLISHED;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.journal.SocketNote;
import io.github.chimefake.internal.sessions.faults.CloseCodes;
import io.github.chimefake.internal.sessions.faults.ConnectEffect;
import io.github.chimefake.internal.sessions.faults.EventEffect;
import io.github.chimefake.internal.sessions.faults.EventFault;
import io.github.chimefake.internal.sessions.faults.SocketCalls;
import io.github.chimefake.internal.sessions.faults.SocketFrame;
import io.github.chimefake.internal.websocket.WebSocketConnection;
import io.github.chimefake.internal.websocket.WebSocketListener;
import io.github.chimefake.sessions.OpenSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session whose connect was accepted. What it receives before SESSION_ESTABLISHED waits, so that each event is sent once, and in order.
 * The lock of the object guards this order; nothing that is called with it blocks.
 */
final class SocketSession implements WebSocketListener, OpenSession {
    private static final SocketFrame ESTABLISHED =
            SocketFrame.of(SESSION_ESTABLISHED, Optional.empty(), Optional.empty());
    private static final int CLIENT_INITIATED = 4002;

    private final ConnectRequest connect;
    private final MemberArn user;
    private final Optional<ConnectEffect> fault;
    private final SessionRecord sessionRecord;
    private final SessionContext context;
    private final long generation;
    private final boolean registered;
    private final Instant since;
    private final List<SocketFrame> pending = new ArrayList<>();
    private final List<SocketFrame> overtaken = new ArrayList<>();
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
        this.since = context.clock().instant();
    }

    @Override
    public void opened(WebSocketConnection opened) {
        synchronized (this) {
            connection = opened;
        }
        if (!context.open().add(this, generation)) {
            ended = true; // Nothing is recorded, because the records are those of the next test.
            opened.close(CLIENT_INITIATED, "The test that opened this session has ended");
            return;
        }
        context.timer().wake();
        if (fault.orElse(null) instanceof ConnectEffect.SendBefore before) {
            transmit(before.frame());
        }
        establish();
        if (fault.orElse(null) instanceof ConnectEffect.Close close) {
            end(close.code(), "", "a fault of this test");
        }
    }

    private void establish() {
        List<SocketFrame> prefetched = context.prefetch().apply(connect);
        boolean opened;
        synchronized (this) {
            opened = !ended;
            if (opened) {
                established =
                        true; // Before it is sent, as a client may ask for open sessions as soon as it has received it.
                sessionRecord.established();
                transmitWithFaults(ESTABLISHED);
                prefetched.forEach(this::transmitWithFaults);
                pending.forEach(this::transmitWithFaults);
                pending.clear();
            }
        }
        if (opened) {
            context.log().note(SocketNote.ordinary(connectText() + ": SESSION_ESTABLISHED"));
            context.open().changed();
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
     * @return what became of it, for a printout; empty if the session has ended
     */
    synchronized Optional<String> deliver(SocketFrame frame) {
        if (ended) {
            return Optional.empty();
        }
        if (!established) {
            pending.add(frame);
            return Optional.of(user.text());
        }
        return Optional.of(user.text()
                + transmitWithFaults(frame)
                        .map(effect -> " (fault: " + effect + ")")
                        .orElse(""));
    }

    private synchronized Optional<EventEffect> transmitWithFaults(SocketFrame frame) {
        Optional<EventEffect> effect = context.faults()
                .events()
                .due(frame, event -> SocketCalls.event(connect.call(), event.channel()))
                .map(EventFault::effect);
        if (effect.isEmpty()) {
            transmit(frame);
        } else {
            transmit(frame, effect.get());
        }
        if (!(effect.orElse(null) instanceof EventEffect.Reorder) && !overtaken.isEmpty()) {
            List<SocketFrame> later = List.copyOf(overtaken);
            overtaken.clear();
            later.forEach(this::transmit);
        }
        return effect;
    }

    private synchronized void transmit(SocketFrame frame, EventEffect effect) {
        if (effect instanceof EventEffect.Duplicate) {
            transmit(frame);
            transmit(frame);
        } else if (effect instanceof EventEffect.Delay later) {
            context.timer().later(later.delay(), () -> transmitIfOpen(frame));
        } else if (effect instanceof EventEffect.Hold hold) {
            hold.held().add(() -> transmitIfOpen(frame));
        } else if (effect instanceof EventEffect.Reorder) {
            overtaken.add(frame);
        } else if (effect instanceof EventEffect.Truncate) {
            int bytes = frame.text().getBytes(StandardCharsets.UTF_8).length / 2;
            WebSocketConnection open = connection;
            if (open != null) {
                open.sendTruncated(frame.text(), bytes);
            }
        } else if (effect instanceof EventEffect.Close close) {
            transmit(frame);
            end(close.code(), "", "a fault of this test");
        }
    }

    private synchronized boolean transmitIfOpen(SocketFrame frame) {
        if (ended) {
            return false;
        }
        transmit(frame);
        return true;
    }

    private synchronized void transmit(SocketFrame frame) {
        WebSocketConnection open = connection;
        if (!ended && open != null) {
            if (open.send(frame.text())) {
                context.log().delivered(frame, user(), id());
            }
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
            ended = true;
            ending = connection;
        }
        over(code, code == CloseCodes.ABNORMAL ? "" : reason, why);
        if (ending != null && code == CloseCodes.ABNORMAL) {
            ending.abort();
        } else if (ending != null) {
            ending.close(code, reason);
        }
        return true;
    }

    @Override
    public void closed(int code, String reason) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        if (context.open().generation() != generation) {
            return; // A reset ends it at the same time, and what is recorded now is of the next test.
        }
        if (code == CloseCodes.ABNORMAL) {
            over(code, "", reason);
        } else {
            over(code, reason, "by the client");
        }
    }

    private void over(int code, String reason, String why) {
        sessionRecord.ended(code, reason);
        context.log()
                .note(SocketNote.ordinary("session of " + user + " closed with " + code
                        + (reason.isEmpty() ? "" : " " + reason) + ": " + why));
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
    public String id() {
        return connect.sessionId().orElse("");
    }

    @Override
    public Instant since() {
        return since;
    }

    @Override
    public boolean isOpen() {
        return established && !ended;
    }

    @Override
    public void close(int code, String reason) {
        String call = "close(" + code + ", \"" + reason + "\")";
        end(CloseCodes.require(call, code), CloseCodes.requireReason(call, reason), "by the test");
    }

    @Override
    public void drop() {
        end(CloseCodes.ABNORMAL, "", "by the test");
    }

    @Override
    public void expireCredentials() {
        Caller caller = connect.call().caller();
        context.expire().accept(caller);
    }

    @Override
    public String toString() {
        return "session of " + Arn.of(user.text()).id() + (id().isEmpty() ? "" : " (" + id() + ")");
    }
}
