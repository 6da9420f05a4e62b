package io.github.chimefake.internal.sessions;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.actors.ActorSessions;
import io.github.chimefake.internal.exchange.Sender;
import io.github.chimefake.internal.socketfaults.CloseCodes;
import io.github.chimefake.session.MessagingSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The sessions that actors open, which are known by their random ids: no client can claim one. */
final class ConnectedActors implements ActorSessions {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final MessagingSessions sessions;
    private final Map<String, Sender> senders = new ConcurrentHashMap<>();

    ConnectedActors(MessagingSessions sessions) {
        this.sessions = sessions;
    }

    /** Returns who connects with this session id. */
    Sender sender(Optional<String> sessionId) {
        return sessionId.map(senders::get).orElse(Sender.CLIENT);
    }

    /** Forgets all sessions. */
    void clear() {
        senders.clear();
    }

    @Override
    public MessagingSession connect(ChimeUser user, ChimeSdkMessagingClient client, Sender sender) {
        requireRunning(user, "connect()");
        SessionArtifact.require("actor(" + user.id() + ").connect()");
        String id = UUID.randomUUID().toString();
        senders.put(id, sender);
        try {
            return sessions.clients()
                    .connect(
                            client,
                            user.arn(),
                            false,
                            settings -> settings.sessionId(id).noReconnection().onClose(close -> senders.remove(id)));
        } catch (RuntimeException e) {
            senders.remove(id);
            throw e;
        }
    }

    @Override
    public int disconnect(ChimeUser user) {
        requireRunning(user, "disconnect()");
        sessions.sockets().delivery().handOver();
        List<SocketSession> open = open(user);
        if (open.isEmpty()) {
            return 0;
        }
        open.forEach(session -> sessions.clients().stop(session.sessionId()));
        try {
            sessions.sockets().open().awaitEnd(open, LIMIT);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return open.size();
    }

    @Override
    public int drop(ChimeUser user) {
        requireRunning(user, "drop()");
        sessions.sockets().delivery().handOver();
        return (int) open(user).stream()
                .filter(session -> session.end(CloseCodes.ABNORMAL, "", "by the test"))
                .count();
    }

    private void requireRunning(ChimeUser user, String method) {
        sessions.parts().lifetime().requireRunning("actor(" + user.id() + ")." + method);
    }

    private List<SocketSession> open(ChimeUser user) {
        return sessions.sockets().open().open().stream()
                .filter(session -> session.isOf(user.arn()) && senders.containsKey(session.sessionId()))
                .toList();
    }
}
