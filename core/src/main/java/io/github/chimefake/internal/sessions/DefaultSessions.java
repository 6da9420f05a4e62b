package io.github.chimefake.internal.sessions;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.messaging.state.MessagingSettings;
import io.github.chimefake.internal.sessions.faults.CloseCodes;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Entry point for messaging sessions. */
public final class DefaultSessions implements Sessions {
    /** A name or an address, the latter in brackets if it has colons. */
    private static final Pattern HOST_AND_PORT = Pattern.compile("([\\w.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

    private final MessagingSessions sessions;
    private final Function<ChimeUser, ChimeSdkMessagingClient> clients;

    /**
     * Creates the entry point of a fake.
     *
     * @param clients returns a client that calls the fake for a user
     */
    public DefaultSessions(MessagingSessions sessions, Function<ChimeUser, ChimeSdkMessagingClient> clients) {
        this.sessions = sessions;
        this.clients = clients;
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
        return sessions.clients().connect(clients.apply(user), user.arn(), settings);
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
        String call = "awaitOpen(" + user.id() + ", " + limit + "): ";
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException(call + "the limit must be positive");
        }
        requireRunning(call);
        try {
            Optional<SocketSession> found = sessions.sockets().open().await(user.arn(), limit);
            requireRunning(call);
            return found.orElseThrow(
                    () -> new IllegalStateException(call + "the user has opened no session." + connects()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(call + "interrupted", interrupted);
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
        if (!HOST_AND_PORT.matcher(hostAndPort).matches()) {
            throw new IllegalArgumentException(
                    call + ": clients put \"wss://\" before the endpoint and \"/connect\" after"
                            + " it. Give a host, with a port if it is not 443, for example localhost:8443");
        }
        change(call, settings -> settings.withMessagingSessionEndpoint(Optional.of(hostAndPort)));
    }

    private void change(String call, UnaryOperator<MessagingSettings> change) {
        requireRunning(call);
        Consumer<MessagingSettings> configure = sessions.parts().messaging()::configure;
        configure.accept(change.apply(sessions.parts().messaging().settings()));
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
    public void clear() {
        change("sessions().clear()", settings -> settings.withMessagingSessionEndpoint(Optional.empty()));
        sessions.configure("sessions().clear()", settings -> SessionSettings.DEFAULT);
    }
}
