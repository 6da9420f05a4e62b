package io.github.chimefake.internal.sessions;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.messaging.state.MessagingSettings;
import io.github.chimefake.internal.socketfaults.CloseCodes;
import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.session.MessagingSessionBuilder;
import io.github.chimefake.sessions.DeliveredEvent;
import io.github.chimefake.sessions.OpenSession;
import io.github.chimefake.sessions.RecordedSession;
import io.github.chimefake.sessions.SessionEnd;
import io.github.chimefake.sessions.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Entry point for messaging sessions. */
public final class DefaultSessions implements Sessions {
    /** A name or an address, the latter in brackets if it has colons. */
    private static final Pattern HOST_AND_PORT = Pattern.compile("([\\w.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    private static final int HIGHEST_PORT = 65_535;

    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

    private static final String RESET =
            "the fake was reset meanwhile, which closes all sessions and forgets connects. Wait for"
                    + " sessions in the test that opens them, before it ends";

    private final MessagingSessions sessions;
    private final Function<ChimeUser, ChimeSdkMessagingClient> clients;
    private final BooleanSupplier swept;

    /**
     * Creates the entry point of a fake.
     *
     * @param clients returns a client that calls the fake for a user
     * @param swept returns whether a sweep is running
     */
    public DefaultSessions(
            MessagingSessions sessions, Function<ChimeUser, ChimeSdkMessagingClient> clients, BooleanSupplier swept) {
        this.sessions = sessions;
        this.clients = clients;
        this.swept = swept;
    }

    @Override
    public MessagingSession connect(ChimeUser user) {
        SessionArtifact.require("sessions().connect(" + user.id() + ")");
        return connect(user, settings -> {});
    }

    @Override
    public MessagingSession connect(ChimeUser user, Consumer<? super MessagingSessionBuilder> settings) {
        String call = "sessions().connect(" + user.id() + ")";
        requireRunning(call);
        SessionArtifact.require(call);
        return sessions.clients().connect(clients.apply(user), user.arn(), swept.getAsBoolean(), settings);
    }

    @Override
    public List<OpenSession> open() {
        return List.copyOf(sessions.sockets().open().open());
    }

    @Override
    public List<OpenSession> open(ChimeUser user) {
        return List.copyOf(of(user));
    }

    private List<SocketSession> of(ChimeUser user) {
        return sessions.sockets().open().open().stream()
                .filter(session -> session.isOf(user.arn()))
                .toList();
    }

    @Override
    public OpenSession awaitOpen(ChimeUser user) {
        return awaitOpen(user, DEFAULT_LIMIT);
    }

    @Override
    public OpenSession awaitOpen(ChimeUser user, Duration limit) {
        String call = "sessions().awaitOpen(" + user.id() + ", " + limit + ")";
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException(
                    call + ": the limit must be positive. Use for example Duration.ofSeconds(2)");
        }
        requireRunning(call);
        try {
            OpenSessions open = sessions.sockets().open();
            long generation = open.generation();
            Optional<SocketSession> found = open.await(user.arn(), limit);
            requireRunning(call);
            return found.orElseThrow(() -> new IllegalStateException(call + ": "
                    + (open.generation() == generation ? "the user has opened no session." + connects() : RESET)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(call + ": interrupted while waiting", interrupted);
        }
    }

    private String connects() {
        List<RecordedSession> all = history();
        return all.isEmpty()
                ? " No connect was received: the code under test must call GetMessagingSessionEndpoint and connect to that"
                        + " endpoint"
                : " These connects were received: "
                        + all.stream().map(Object::toString).collect(joining("; "));
    }

    private void requireRunning(String call) {
        sessions.parts().lifetime().requireRunning(call);
    }

    @Override
    public int close(ChimeUser user, int code, String reason) {
        String call = "sessions().close(" + user.id() + ", " + code + ", \"" + reason + "\")";
        CloseCodes.require(call, code);
        CloseCodes.requireReason(call, reason);
        return end(call, user, code, reason);
    }

    @Override
    public int kick(ChimeUser user) {
        return end(
                "sessions().kick(" + user.id() + ")",
                user,
                sessions.settings().closeCode(SessionEnd.KICKED),
                SessionEnd.KICKED.reason());
    }

    @Override
    public int drop(ChimeUser user) {
        return end("sessions().drop(" + user.id() + ")", user, CloseCodes.ABNORMAL, "");
    }

    private int end(String call, ChimeUser user, int code, String reason) {
        requireRunning(call);
        sessions.sockets().delivery().handOver();
        return (int) of(user).stream()
                .filter(session -> session.end(code, reason, "by the test"))
                .count();
    }

    @Override
    public List<RecordedSession> history() {
        return sessions.sockets().log().sessions();
    }

    @Override
    public long evictedSessions() {
        return sessions.sockets().log().evictedSessions();
    }

    @Override
    public List<DeliveredEvent> delivered() {
        return deliveries(EventDelivery.LIMIT).events();
    }

    DeliverySnapshot deliveries(Duration limit) {
        Sockets sockets = sessions.sockets();
        List<String> pending = sockets.delivery().handOver(limit);
        return sockets.log().delivered(pending);
    }

    @Override
    public List<DeliveredEvent> delivered(ChimeUser user) {
        return delivered().stream()
                .filter(event -> event.user().arn().equals(user.arn())) // Its name may have changed.
                .toList();
    }

    @Override
    public void endpoint(String hostAndPort) {
        String call = "sessions().endpoint(\"" + hostAndPort + "\")";
        if (!isHostAndPort(hostAndPort)) {
            throw new IllegalArgumentException(
                    call + ": clients put \"wss://\" before the endpoint and \"/connect\" after"
                            + " it. Give a host, with a port of 1 to 65535 if it is not 443, for example localhost:8443");
        }
        change(call, settings -> settings.withMessagingSessionEndpoint(Optional.of(hostAndPort)));
    }

    private static boolean isHostAndPort(String text) {
        Matcher parts = HOST_AND_PORT.matcher(text);
        return parts.matches()
                && Optional.ofNullable(parts.group(2))
                        .map(port -> Integer.parseInt(port.substring(1)))
                        .filter(port -> port < 1 || port > HIGHEST_PORT)
                        .isEmpty();
    }

    private void change(String call, UnaryOperator<MessagingSettings> change) {
        requireRunning(call);
        sessions.parts().messaging().configure(change);
    }

    @Override
    public int port() {
        requireRunning("sessions().port()");
        return sessions.port();
    }

    @Override
    public void closeCode(SessionEnd end, int code) {
        sessions.configure(
                "sessions().closeCode(" + end + ", " + code + ")", settings -> settings.withCloseCode(end, code));
    }

    @Override
    public void pingInterval(Duration interval) {
        sessions.configure(
                "sessions().pingInterval(" + interval + ")", settings -> settings.withPingInterval(interval));
    }

    @Override
    public void tls(SSLContext context) {
        sessions.configure("sessions().tls(…)", settings -> settings.withTls(context));
    }

    @Override
    public void clear() {
        change("sessions().clear()", settings -> settings.withMessagingSessionEndpoint(Optional.empty()));
        sessions.configure("sessions().clear()", settings -> SessionSettings.DEFAULT);
    }
}
