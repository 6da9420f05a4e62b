package io.github.chimefake.sessions;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.session.MessagingSessionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/**
 * Entry point for messaging sessions: WebSocket connections over which users receive events. {@code GetMessagingSessionEndpoint} names
 * the server of the fake that accepts them. It is started by the first such request, at the address of the fake and a free port, and
 * speaks plain WebSocket ({@code ws}), and with {@link #tls} also {@code wss}. Thread-safe.
 *
 * <pre>{@code
 * // the code under test connects as alice
 * OpenSession session = chime.sessions().awaitOpen(alice);
 * client.sendChannelMessage(…);
 * assertThat(chime).delivered(CREATE_CHANNEL_MESSAGE).forUser(alice);
 * session.drop(); // the client sees close code 1006
 * }</pre>
 *
 * <p>A reset closes all sessions with code 4002, after which clients do not connect again; {@code close()} and {@code stop()} of the fake
 * close them with 1001.
 *
 * @since 0.1
 */
@Experimental
public interface Sessions {
    /**
     * Connects as a user, and returns when the session is established. It looks up the endpoint with a client that signs as
     * {@code clients().speakingFor(user)} does, so that these calls are in the journal, too. The session is stopped when the fake is reset or
     * closed. It connects again after a loss as the public client does.
     *
     * <pre>{@code
     * MessagingSession session = chime.sessions().connect(alice);
     * client.sendChannelMessage(…);
     * SessionEvent event = session.awaitEvent("CREATE_CHANNEL_MESSAGE", Duration.ofSeconds(2));
     * }</pre>
     *
     * @throws io.github.chimefake.session.SessionClosedException if the session is closed before, for example with 4401
     * @throws IllegalStateException if {@code io.github.chimefake:chime-messaging-fake-session} is not on the class path, which the JUnit
     *     artifact brings; if the session is not established in time; or if the fake is closed
     */
    MessagingSession connect(ChimeUser user);

    /**
     * Connects as a user with other settings; otherwise like {@link #connect(ChimeUser)}.
     *
     * <pre>{@code
     * chime.sessions().connect(alice, settings -> settings.prefetch().noReconnection());
     * }</pre>
     *
     * <p>While a test is swept, the session tries to connect again for half a second, unless the settings say otherwise.
     *
     * @param settings changes the builder of the session, which has client and user. Called once, by the current thread, without a lock
     */
    MessagingSession connect(ChimeUser user, Consumer<? super MessagingSessionBuilder> settings);

    /** Returns the sessions that are open, the oldest first: those that have got SESSION_ESTABLISHED and were not closed. */
    List<OpenSession> open();

    /** Returns the open sessions of a user, the oldest first. */
    List<OpenSession> open(ChimeUser user);

    /**
     * Waits until a user has an open session, at most 10 seconds, and returns the oldest one.
     *
     * @throws IllegalStateException if there is none within that time, with the connects that there were; or if the fake is closed or
     *     reset meanwhile, or the thread interrupted
     */
    OpenSession awaitOpen(ChimeUser user);

    /**
     * Waits as {@link #awaitOpen(ChimeUser)} does, for a given time.
     *
     * @param limit positive; true time, not the fake's
     * @throws IllegalArgumentException if the limit is not positive
     * @throws IllegalStateException as {@link #awaitOpen(ChimeUser)} does
     */
    OpenSession awaitOpen(ChimeUser user, Duration limit);

    /**
     * Closes the open sessions of a user.
     *
     * @param code 1000 to 1003, 1007 to 1014, or 3000 to 4999
     * @param reason at most 123 bytes in UTF-8
     * @return how many were open
     * @throws IllegalArgumentException if code or reason is not valid
     * @throws IllegalStateException if the fake is closed
     */
    int close(ChimeUser user, int code, String reason);

    /**
     * Closes the open sessions of a user with code 4003, which says that the user was removed; clients do not connect again.
     *
     * @return how many were open
     * @throws IllegalStateException if the fake is closed
     */
    int kick(ChimeUser user);

    /**
     * Ends the connections of a user without a close frame, as a network does; clients see code 1006.
     *
     * @return how many were open
     * @throws IllegalStateException if the fake is closed
     */
    int drop(ChimeUser user);

    /**
     * Returns the connects since the last reset, denied ones included, the oldest first; at most as many as the journal holds
     * calls. The oldest are dropped first.
     */
    List<RecordedSession> history();

    /** Returns how many connects of the {@linkplain #history() history} were dropped because it was full. */
    long evictedSessions();

    /**
     * Returns what open sessions were sent since the last reset, the oldest first; at most as many entries as the journal holds calls.
     * The events of calls that were responded to are handed to the sessions before.
     */
    List<DeliveredEvent> delivered();

    /** Returns what the sessions of a user were sent. */
    List<DeliveredEvent> delivered(ChimeUser user);

    /**
     * Sets the endpoint that {@code GetMessagingSessionEndpoint} returns, for example that of a proxy in front of the fake's server of
     * sessions; by default the host under which the client reached the fake, and the port of that server.
     *
     * @param hostAndPort without scheme and path, as in the real service's response, for example {@code localhost:8443}
     * @throws IllegalArgumentException if it is not a host with an optional port
     * @throws IllegalStateException if the fake is closed
     */
    void endpoint(String hostAndPort);

    /**
     * Returns the port of the fake's server of sessions, and starts it if it is not running.
     *
     * @throws IllegalStateException if the fake is closed
     * @throws java.io.UncheckedIOException if it cannot be started
     */
    int port();

    /**
     * Sets the code with which sessions are closed for a reason. See {@link SessionEnd} for the defaults.
     *
     * @param code as in {@link #close}, or 1006 to end connections without a close frame
     * @throws IllegalArgumentException if the code is not valid
     * @throws IllegalStateException if the fake is closed
     */
    void closeCode(SessionEnd end, int code);

    /**
     * Sets how often each session is sent a ping; by default every 30 seconds, as AWS does not publish it. A
     * {@link io.github.chimefake.session.MessagingSession} that gets nothing for 2 minutes, also no ping, counts its connection as lost. A
     * session whose client has sent nothing, also no pong, until the next ping ends without a close frame, so an interval also limits how
     * long a client may take to respond.
     *
     * @param interval 10 ms to 365 days; true time, not the fake's. {@link Duration#ZERO} for no pings
     * @throws IllegalArgumentException if it is another one
     * @throws IllegalStateException if the fake is closed
     */
    void pingInterval(Duration interval);

    /**
     * Sets that connections over TLS ({@code wss}) are accepted, too, at the same port as plain ones, for clients that insist on it. The
     * artifact {@code io.github.chimefake:chime-messaging-fake-tls} has an authority that issues a certificate for loopback:
     *
     * <pre>{@code
     * LocalAuthority authority = LocalAuthority.create();
     * chime.sessions().tls(authority.serverContext());
     * chime.sessions().connect(alice, settings -> settings.sslContext(authority.clientContext()));
     * }</pre>
     *
     * <p>Applies to new connections, until the next reset. Sessions stay open.
     *
     * @param context has the certificate of the server with its key, for the host in {@link #endpoint} or under which clients reach the fake
     * @throws IllegalStateException if the fake is closed
     */
    void tls(SSLContext context);

    /**
     * Sets the endpoint, the close codes, the interval of pings and TLS back to their defaults, until the next reset. Sessions stay open.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void clear();
}
