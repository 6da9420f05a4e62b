package io.github.chimefake.internal.sessions;

import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.session.MessagingSessionBuilder;
import io.github.chimefake.session.SessionClose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The sessions that a test has connected, which end with the test. Loaded only if the artifact with their client is there. */
final class SessionClients {
    /** A sweep fails the look-up of the endpoint in many runs, each of which would take ten seconds. */
    private static final Duration RECONNECTION_IN_SWEEPS = Duration.ofMillis(500);

    private final List<MessagingSession> sessions = new ArrayList<>();

    /**
     * Connects, and keeps the session until it has ended, or until {@link #stopAll}.
     *
     * @param swept whether a sweep is running
     */
    MessagingSession connect(
            ChimeSdkMessagingClient client,
            String userArn,
            boolean swept,
            Consumer<? super MessagingSessionBuilder> settings) {
        MessagingSessionBuilder builder =
                MessagingSession.builder().client(client).userArn(userArn).plain();
        if (swept) {
            builder.reconnectWithin(RECONNECTION_IN_SWEEPS);
        }
        settings.accept(builder);
        builder.onClose(close -> forgetEnded());
        MessagingSession session = builder.build();
        synchronized (this) {
            sessions.add(session);
        }
        try {
            return session.start();
        } catch (RuntimeException e) {
            forget(session);
            throw e;
        }
    }

    /** Stops the sessions with this id, and does not wait for it. */
    synchronized void stop(String id) {
        sessions.stream().filter(session -> session.sessionId().equals(id)).forEach(MessagingSession::stop);
    }

    private synchronized void forgetEnded() {
        sessions.removeIf(SessionClients::hasEnded);
    }

    private static boolean hasEnded(MessagingSession session) {
        List<SessionClose> closes = session.closes();
        return !closes.isEmpty() && !closes.get(closes.size() - 1).isReconnecting();
    }

    private synchronized void forget(MessagingSession session) {
        sessions.remove(session);
    }

    /** Stops all sessions, and waits for none. */
    synchronized void stopAll() {
        sessions.forEach(MessagingSession::stop);
        sessions.clear();
    }
}
