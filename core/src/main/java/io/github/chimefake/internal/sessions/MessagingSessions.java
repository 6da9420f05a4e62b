package io.github.chimefake.internal.sessions;

import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.access.permissions.ConnectRules;
import io.github.chimefake.internal.actors.ActorSessions;
import io.github.chimefake.internal.background.BackgroundWork;
import io.github.chimefake.internal.events.EmittedEvent;
import io.github.chimefake.internal.events.EventListener;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.gateway.Generations;
import io.github.chimefake.internal.journal.DefaultJournal;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.internal.rates.RateLimits;
import io.github.chimefake.internal.socketfaults.SocketFaults;
import io.github.chimefake.sessions.RecordedSession;
import io.github.chimefake.sessions.SessionEnd;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The messaging sessions of a fake. All that serves them is created with the first use, so that a test without sessions does not pay for
 * them.
 */
public final class MessagingSessions implements EventListener {
    private final InetAddress bind;
    private final Parts parts;
    private final ConnectedActors actors = new ConnectedActors(this);
    private volatile SessionSettings settings = SessionSettings.DEFAULT;
    private volatile @Nullable Sockets sockets;
    private @Nullable SessionClients clients;
    private boolean ended;

    /**
     * What sessions need of a fake.
     *
     * @param expire expires the credentials of a caller
     */
    public record Parts(
            Generations generations,
            Access access,
            ConnectRules rules,
            SocketFaults faults,
            RateLimits rates,
            MessagingService messaging,
            BackgroundWork background,
            DefaultJournal journal,
            FakeLifetime lifetime,
            Consumer<Caller> expire) {}

    /**
     * How the server is started.
     *
     * @param port 0 for any free port
     * @param tls with which connections over TLS are accepted, besides plain ones, at the same port; empty to accept plain ones only
     */
    public record ServerOptions(int port, Optional<SSLContext> tls) {
        static final ServerOptions DEFAULT = new ServerOptions(0, Optional.empty());

        ServerOptions at(int other) {
            return new ServerOptions(other, tls);
        }
    }

    /** What a test has set, for snapshots. */
    public static final class Snapshot {
        private final SessionSettings settings;

        private Snapshot(SessionSettings settings) {
            this.settings = settings;
        }
    }

    /**
     * Creates sessions, of which none is open.
     *
     * @param bind the address of their server
     */
    public MessagingSessions(InetAddress bind, Parts parts) {
        this.bind = bind;
        this.parts = parts;
    }

    Parts parts() {
        return parts;
    }

    SessionSettings settings() {
        return settings;
    }

    /** Returns the faults on connects and events, for interfaces that list them. */
    public SocketFaults faults() {
        return parts.faults();
    }

    /** Returns the permission rules on connects, likewise. */
    public ConnectRules rules() {
        return parts.rules();
    }

    /** Returns the code with which sessions are closed for a reason. */
    public int closeCode(SessionEnd end) {
        return settings.closeCode(end);
    }

    /** Returns how often sessions are sent a ping; zero for never. */
    public Duration pingInterval() {
        return settings.pingInterval();
    }

    /**
     * Returns the interval.
     *
     * @param call what the error says first
     * @throws IllegalArgumentException if sessions cannot be sent pings at this interval
     */
    public static Duration requirePingInterval(String call, Duration interval) {
        return SessionSettings.requirePingInterval(call, interval);
    }

    /** Returns the endpoint that a test has set; empty if it has set none. */
    public Optional<String> configuredEndpoint() {
        return parts.messaging().settings().messagingSessionEndpoint();
    }

    /** Sets how the server is started. Has no effect on one that is running. */
    public void serveBy(ServerOptions options) {
        sockets().endpoint().serveBy(options);
    }

    /** Sets what is told of each session: when it is established or its connect ended otherwise, and when it is over. */
    public void observe(Consumer<RecordedSession> observer) {
        sockets().log().observe(observer);
    }

    /** Changes what a test can set. */
    synchronized void configure(String call, UnaryOperator<SessionSettings> change) {
        SessionSettings changed = change.apply(settings);
        parts.lifetime().requireRunning(call);
        settings = changed;
    }

    /** Returns what serves sessions, whose server need not be running. */
    Sockets sockets() {
        Sockets existing = sockets;
        return existing != null ? existing : create();
    }

    private synchronized Sockets create() {
        Sockets existing = sockets;
        if (existing == null) {
            existing = new Sockets(
                    parts, this::settings, actors::sender, bind, SocketServer.starter(() -> settings.tls()));
            sockets = existing;
            if (ended) {
                existing.end();
            }
        }
        return existing;
    }

    /** Returns the sessions of actors. */
    public ActorSessions actors() {
        return actors;
    }

    /** Returns the sessions that a test has connected. The artifact of their client must be on the class path. */
    synchronized SessionClients clients() {
        SessionClients existing = clients;
        if (existing == null) {
            existing = new SessionClients();
            clients = existing;
        }
        return existing;
    }

    private synchronized void stopClients() {
        if (clients != null) {
            clients.stopAll();
        }
    }

    /** Returns the endpoint for a client that reached the fake under this host, and starts the server. */
    public String endpoint(String hostOfClient) {
        return sockets().endpoint().of(hostOfClient);
    }

    /** Returns the port of the server, and starts it. */
    public int port() {
        return sockets().endpoint().port();
    }

    @Override
    public void emitted(EmittedEvent event) {
        Sockets existing = sockets;
        if (existing != null) {
            existing.delivery().emitted(event);
        }
    }

    /** Ends sessions whose user was deleted. Called after each write. */
    public void stateChanged() {
        Sockets existing = sockets;
        if (existing != null) {
            existing.validity().stateChanged();
        }
    }

    /** Ends sessions whose credentials are not valid any more. Called after each change of credentials. */
    public void credentialsChanged() {
        Sockets existing = sockets;
        if (existing != null) {
            existing.validity().credentialsChanged();
        }
    }

    /** Ends sessions that are over by the clock. Called after the test has changed the time. */
    public void timeChanged() {
        Sockets existing = sockets;
        if (existing != null) {
            existing.validity().timeChanged();
        }
    }

    /** Closes the sessions, so that their clients do not connect again, and forgets what happened. */
    public void reset() {
        stopClients();
        actors.clear();
        Sockets existing = sockets;
        if (existing != null) {
            existing.reset();
        }
    }

    /** Closes or opens the port, if it was opened before. */
    public void setOnline(boolean online) {
        Sockets existing = sockets;
        if (existing != null) {
            existing.setOnline(online);
        }
    }

    /** Closes the sessions and the port for good. */
    public synchronized void end() {
        ended = true;
        stopClients();
        Optional.ofNullable(sockets).ifPresent(Sockets::end);
    }

    public Snapshot snapshot() {
        return new Snapshot(settings);
    }

    public void restore(Snapshot snapshot) {
        settings = snapshot.settings;
    }
}
