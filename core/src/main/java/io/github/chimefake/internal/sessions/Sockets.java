package io.github.chimefake.internal.sessions;

import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.exchange.Sender;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.internal.sessions.ConnectRequest.PrefetchOrder;
import io.github.chimefake.internal.socketfaults.CloseCodes;
import io.github.chimefake.internal.socketfaults.SocketFrame;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What serves messaging sessions: the open ones, their server, and what they receive. */
final class Sockets {
    /** The reason with which sessions and connects of an earlier test are closed. */
    static final String TEST_HAS_ENDED = "The test that opened this session has ended";

    private static final int GOING_AWAY = 1001;

    private final OpenSessions open = new OpenSessions();
    private final SessionLog log;
    private final SessionTimer timer;
    private final EventDelivery delivery;
    private final SessionValidity validity;
    private final SessionEndpoint endpoint;

    Sockets(
            MessagingSessions.Parts parts,
            Supplier<SessionSettings> settings,
            Function<Optional<String>, Sender> senders,
            InetAddress bind,
            SocketServer.Starter starter) {
        this.log = new SessionLog(parts.journal());
        this.timer = new SessionTimer(() -> settings.get().pingInterval(), open);
        this.delivery =
                new EventDelivery(open, parts.background(), parts.journal(), parts.messaging()::finishPostponed);
        parts.faults().events().handOverBy(delivery::handOver);
        this.validity = new SessionValidity(open, delivery, parts, settings);
        SessionContext context = new SessionContext(
                open,
                log,
                parts.faults(),
                timer,
                parts.expire(),
                delivery::handOver,
                connect -> prefetch(parts.messaging(), connect));
        ConnectGates gates = new ConnectGates(
                parts.access(), parts.rules(), new ConnectLimits(parts.rates(), open), parts.messaging());
        this.endpoint = new SessionEndpoint(
                starter,
                bind,
                new Connects(
                        parts.generations(),
                        new LateConnects(parts.generations(), parts.journal()),
                        parts.access(),
                        gates,
                        parts.messaging(),
                        context,
                        settings,
                        senders));
        timer.checkBy(validity::timeChanged);
    }

    private static List<SocketFrame> prefetch(MessagingService messaging, ConnectRequest connect) {
        if (connect.prefetch().isEmpty()) {
            return List.of();
        }
        return messaging
                .prefetch(connect.user().orElseThrow(), connect.prefetch().get() == PrefetchOrder.UNREAD)
                .stream()
                .map(channel -> SocketFrame.of(
                        MessagingEventType.CHANNEL_DETAILS,
                        Optional.of(channel.channel()),
                        Optional.of(channel.payload())))
                .toList();
    }

    OpenSessions open() {
        return open;
    }

    SessionLog log() {
        return log;
    }

    EventDelivery delivery() {
        return delivery;
    }

    SessionValidity validity() {
        return validity;
    }

    SessionEndpoint endpoint() {
        return endpoint;
    }

    /**
     * Closes the sessions with the code after which clients do not connect again, because they would connect to the next test, and forgets
     * what happened.
     */
    void reset() {
        open.restart().forEach(session -> session.end(CloseCodes.CLIENT_INITIATED, TEST_HAS_ENDED, "by a reset"));
        log.clear();
    }

    void setOnline(boolean online) {
        if (!online) {
            delivery.handOver();
            open.all().forEach(session -> session.end(CloseCodes.ABNORMAL, "", "the fake went offline"));
        }
        endpoint.setOnline(online);
    }

    void end() {
        open.end().forEach(session -> session.end(GOING_AWAY, "The fake was closed", "the fake was closed"));
        timer.end();
        endpoint.end();
    }
}
