package io.github.chimefake.session;

import io.github.chimefake.session.internal.PresignedQuery;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Presigner of the URL with which a client opens a messaging session, for WebSocket clients other than {@link MessagingSession}.
 *
 * <pre>{@code
 * SessionPresigner presigner = SessionPresigner.create(Region.US_EAST_1, DefaultCredentialsProvider.create());
 * String host = client.getMessagingSessionEndpoint().endpoint().url();
 * URI url = presigner.presign(host, userArn, UUID.randomUUID().toString()); // wss://…/connect?…
 * }</pre>
 *
 * <p>The URL has the parameters that AWS documents, sorted by name and percent-encoded, the token of temporary credentials among them,
 * and the signature last. AWS closes a connection whose URL has expired or is signed wrongly with 4401.
 *
 * <p>Immutable and thread-safe: each setting returns another presigner.
 *
 * @since 0.1
 */
public final class SessionPresigner {
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Pattern HOST_AND_PORT = Pattern.compile("([\\w.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    private final Region region;
    private final IdentityProvider<? extends AwsCredentialsIdentity> credentials;
    private final boolean plain;
    private final Duration expiry;
    private final Clock clock;
    private final Map<String, String> parameters;

    private SessionPresigner(
            Region region,
            IdentityProvider<? extends AwsCredentialsIdentity> credentials,
            boolean plain,
            Duration expiry,
            Clock clock,
            Map<String, String> parameters) {
        this.region = region;
        this.credentials = credentials;
        this.plain = plain;
        this.expiry = expiry;
        this.clock = clock;
        this.parameters = parameters;
    }

    /**
     * Returns a presigner for {@code wss} URLs that expire after 10 seconds, without prefetch.
     *
     * @param credentials for example the SDK's {@code DefaultCredentialsProvider}; asked for each URL
     */
    public static SessionPresigner create(
            Region region, IdentityProvider<? extends AwsCredentialsIdentity> credentials) {
        return new SessionPresigner(
                region, credentials, false, Duration.ofSeconds(10), Clock.systemUTC(), new TreeMap<>());
    }

    /** Returns a presigner for {@code ws} URLs, without TLS: for the fake. */
    public SessionPresigner plain() {
        return new SessionPresigner(region, credentials, true, expiry, clock, parameters);
    }

    /**
     * Returns a presigner for URLs that expire after this time.
     *
     * @param expiry 1 second to 7 days; fractions of a second are ignored
     * @throws IllegalArgumentException if it is shorter or longer
     */
    public SessionPresigner expiresIn(Duration expiry) {
        if (expiry.toSeconds() < 1 || expiry.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "expiresIn(" + expiry
                            + "): a signature is valid for 1 second to 7 days. Use for example Duration.ofSeconds(10), as AWS documents it");
        }
        return new SessionPresigner(region, credentials, plain, expiry, clock, parameters);
    }

    /** Returns a presigner that signs at the time of this clock; by default the system's. */
    public SessionPresigner clock(Clock clock) {
        return new SessionPresigner(region, credentials, plain, expiry, clock, parameters);
    }

    /** Returns a presigner whose sessions begin with {@code CHANNEL_DETAILS} of the user's channels. */
    public SessionPresigner prefetch() {
        return parameter("prefetch-on", "connect");
    }

    /** Returns a presigner whose sessions begin with {@code CHANNEL_DETAILS} of the user's channels, in this order if there are many. */
    public SessionPresigner prefetch(PrefetchSortBy order) {
        return prefetch().parameter("prefetch-sort-by", order.value());
    }

    /** Returns a presigner that adds this query parameter, which is signed, too. Replaces one of the same name. */
    public SessionPresigner parameter(String name, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new SessionPresigner(region, credentials, plain, expiry, clock, more);
    }

    /**
     * Returns the URL for one connection.
     *
     * @param endpoint as {@code GetMessagingSessionEndpoint} returns it: a host without scheme and path, with a port if it is not the
     *     scheme's
     * @param userArn the ARN of an app instance user. It is not checked: AWS closes the connection with 4401 if it is not valid
     * @param sessionId an id that no other session has
     * @throws IllegalArgumentException if the endpoint is not a host with an optional port
     * @throws RuntimeException of the credentials provider, if it has none
     */
    public URI presign(String endpoint, String userArn, String sessionId) {
        String host = hostHeader(endpoint);
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("userArn", userArn);
        all.put("sessionId", sessionId);
        return URI.create((plain ? "ws://" : "wss://")
                + host
                + PresignedQuery.PATH
                + "?"
                + new PresignedQuery(host, region.id(), credentials(), clock.instant(), expiry, all).text());
    }

    private AwsCredentialsIdentity credentials() {
        return IdentityResolution.resolve(credentials);
    }

    /** Returns the value of the header Host that clients send, which leaves out the scheme's port. */
    private String hostHeader(String endpoint) {
        Matcher parts = HOST_AND_PORT.matcher(endpoint);
        if (!parts.matches()) {
            throw new IllegalArgumentException("The endpoint \"" + endpoint
                    + "\" is not a host with an optional port, as GetMessagingSessionEndpoint returns it. Give it without scheme and"
                    + " path, for example node001.ue1.ws-messaging.chime.aws");
        }
        return (plain ? ":80" : ":443").equals(parts.group(2)) ? parts.group(1) : endpoint;
    }
}
