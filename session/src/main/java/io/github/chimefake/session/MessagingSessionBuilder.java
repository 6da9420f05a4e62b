package io.github.chimefake.session;

import io.github.chimefake.session.internal.WebSocketClient;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/**
 * Builder of a {@link MessagingSession}. Client and user are required. Not thread-safe.
 *
 * @since 0.1
 */
public final class MessagingSessionBuilder {
    private static final Duration CLOSE_HANDSHAKE = Duration.ofSeconds(1);

    private @Nullable ChimeSdkMessagingClient client;
    private @Nullable String userArn;
    private @Nullable Region region;
    private @Nullable IdentityProvider<? extends AwsCredentialsIdentity> credentials;
    private @Nullable String sessionId;
    private UnaryOperator<SessionPresigner> prefetch = UnaryOperator.identity();
    private boolean plain;
    private Optional<SSLContext> sslContext = Optional.empty();
    private Optional<Proxy> proxy = Optional.empty();
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration readTimeout = Duration.ofMinutes(2);
    private Duration startTimeout = Duration.ofSeconds(15);
    private Duration reconnection = Duration.ofSeconds(10);
    private int maxEvents = 10_000;
    private final List<Consumer<? super SessionEvent>> eventListeners = new ArrayList<>();
    private final List<Consumer<? super SessionClose>> closeListeners = new ArrayList<>();
    private Timing timing = Timing.real();

    MessagingSessionBuilder() {}

    /** Sets the client that looks up the endpoint of each connection. It is not closed with the session. */
    public MessagingSessionBuilder client(ChimeSdkMessagingClient client) {
        this.client = client;
        return this;
    }

    /** Sets the ARN of the user whose events are received. */
    public MessagingSessionBuilder userArn(String userArn) {
        this.userArn = userArn;
        return this;
    }

    /** Sets the region for the signature; by default that of the client. */
    public MessagingSessionBuilder region(Region region) {
        this.region = region;
        return this;
    }

    /**
     * Sets the credentials that sign the URL of each connection; by default those of the client.
     *
     * @param provider of the SDK, which is asked for each connection, so that it can renew credentials that have expired
     */
    public MessagingSessionBuilder credentialsProvider(IdentityProvider<? extends AwsCredentialsIdentity> provider) {
        this.credentials = provider;
        return this;
    }

    /** Sets the id of the session; by default a random UUID, another one for each session that is built. */
    public MessagingSessionBuilder sessionId(String sessionId) {
        this.sessionId = sessionId;
        return this;
    }

    /** Requests the user's channels at the beginning of each connection, as events {@code CHANNEL_DETAILS}. */
    public MessagingSessionBuilder prefetch() {
        prefetch = SessionPresigner::prefetch;
        return this;
    }

    /** Requests the user's channels at the beginning of each connection, in this order if there are more than 50. */
    public MessagingSessionBuilder prefetch(PrefetchSortBy order) {
        prefetch = presigner -> presigner.prefetch(order);
        return this;
    }

    /** Connects without TLS ({@code ws}), as to the fake; and without a proxy, unless one is set. */
    public MessagingSessionBuilder plain() {
        plain = true;
        return this;
    }

    /**
     * Sets what the connection trusts; by default the JDK's default context. Connects with TLS, also if {@link #plain()} was called
     * before.
     */
    public MessagingSessionBuilder sslContext(SSLContext context) {
        plain = false;
        sslContext = Optional.of(context);
        return this;
    }

    /** Sets the proxy for the connection; by default that of the JDK's {@link java.net.ProxySelector} for TLS, and none for {@link #plain()}. */
    public MessagingSessionBuilder proxy(Proxy proxy) {
        this.proxy = Optional.of(proxy);
        return this;
    }

    /**
     * Sets how long a connection may take until it is open, with the lookup of the host's address, TLS and the upgrade; by default
     * 10 seconds. After that, it counts as closed with 1006.
     *
     * @throws IllegalArgumentException if it is not between a millisecond and an hour
     */
    public MessagingSessionBuilder connectTimeout(Duration timeout) {
        connectTimeout = Durations.requireTimeout("connectTimeout", timeout);
        return this;
    }

    /**
     * Sets for how long an open connection may receive nothing, also no ping; by default 2 minutes. After that, it counts as closed with
     * 1006. Without such a limit, a connection that the network has lost would stay open for hours. AWS sends regular pings and does not
     * say how often, so the default is assumed; the fake sends them every 30 seconds.
     *
     * @throws IllegalArgumentException if it is not between a millisecond and an hour
     */
    public MessagingSessionBuilder readTimeout(Duration timeout) {
        readTimeout = Durations.requireTimeout("readTimeout", timeout);
        return this;
    }

    /**
     * Sets how long {@link MessagingSession#start()} waits for {@code SESSION_ESTABLISHED}; by default 15 seconds.
     *
     * @throws IllegalArgumentException if it is not between a millisecond and an hour
     */
    public MessagingSessionBuilder startTimeout(Duration timeout) {
        startTimeout = Durations.requireTimeout("startTimeout", timeout);
        return this;
    }

    /**
     * Sets for how long the session tries to connect again, from the beginning of the first attempt that does not open a connection; by
     * default 10 seconds, as the public client does. It waits a random time of at most a second, then of at most 2, 4 and 5.
     *
     * <p>It connects again after the codes 1001, 1006, 1011 to 1014, and those above 4000 except for 4002, 4003 and 4401. For each
     * attempt it looks up the endpoint and asks for the credentials anew.
     *
     * @throws IllegalArgumentException if it is not between a millisecond and an hour
     */
    public MessagingSessionBuilder reconnectWithin(Duration budget) {
        reconnection = Durations.requireTimeout("reconnectWithin", budget);
        return this;
    }

    /** Ends the session at the first close of its connection, whatever its code. */
    public MessagingSessionBuilder noReconnection() {
        reconnection = Duration.ZERO;
        return this;
    }

    /**
     * Sets how many events the session keeps for {@link MessagingSession#events()} and the methods that wait; by default 10,000. Older
     * ones are dropped, also those that no wait has returned. Listeners get all,
     * but of those that come before the session is established only as many.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public MessagingSessionBuilder maxEvents(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "maxEvents(" + count + "): the number of events must be positive. Use at least 1");
        }
        maxEvents = count;
        return this;
    }

    /**
     * Adds a listener that gets each event, in order. One thread of the session calls all listeners, so one that takes long delays what
     * follows. While as many events as {@link #maxEvents} wait for the listeners, the connection is not read. What a listener throws is
     * logged, and has no other effect.
     */
    public MessagingSessionBuilder onEvent(Consumer<? super SessionEvent> listener) {
        eventListeners.add(listener);
        return this;
    }

    /** Adds a listener that is told each close of a connection, as {@link #onEvent} adds one for events. */
    public MessagingSessionBuilder onClose(Consumer<? super SessionClose> listener) {
        closeListeners.add(listener);
        return this;
    }

    /** Sets the time of reconnections, for tests. */
    MessagingSessionBuilder timing(Timing timing) {
        this.timing = timing;
        return this;
    }

    /**
     * Returns the session, which is not started.
     *
     * @throws IllegalStateException if client or user are missing, or region or credentials are neither set nor those of the client
     */
    public MessagingSession build() {
        ChimeSdkMessagingClient caller = require(client, "client(…)", "a client that looks up the endpoint");
        String user = require(userArn, "userArn(…)", "the ARN of the user");
        Optional<AwsServiceClientConfiguration> configuration = configuration(caller);
        SessionPresigner presigner = SessionPresigner.create(
                require(
                        region != null
                                ? region
                                : configuration
                                        .map(AwsServiceClientConfiguration::region)
                                        .orElse(null),
                        "region(…)",
                        "a region, which this client does not tell"),
                require(
                        credentials != null
                                ? credentials
                                : configuration
                                        .<IdentityProvider<? extends AwsCredentialsIdentity>>map(
                                                AwsServiceClientConfiguration::credentialsProvider)
                                        .orElse(null),
                        "credentialsProvider(…)",
                        "credentials, which this client does not tell"));
        return new DefaultMessagingSession(
                new SessionSettings(
                        caller,
                        user,
                        sessionId == null ? UUID.randomUUID().toString() : sessionId,
                        prefetch.apply(plain ? presigner.plain() : presigner),
                        plain,
                        sslContext,
                        proxy,
                        new WebSocketClient.Limits(connectTimeout, CLOSE_HANDSHAKE, readTimeout),
                        startTimeout,
                        reconnection,
                        maxEvents,
                        List.copyOf(eventListeners),
                        List.copyOf(closeListeners)),
                timing);
    }

    /** Returns what the client was built with; empty for a client that a user has implemented. */
    private static Optional<AwsServiceClientConfiguration> configuration(ChimeSdkMessagingClient client) {
        try {
            return Optional.ofNullable(client.serviceClientConfiguration());
        } catch (UnsupportedOperationException notImplemented) {
            return Optional.empty();
        }
    }

    private static <T> T require(@Nullable T value, String setter, String what) {
        if (value == null) {
            throw new IllegalStateException(
                    "A messaging session needs " + what + ". Call " + setter + " before build()");
        }
        return value;
    }
}
