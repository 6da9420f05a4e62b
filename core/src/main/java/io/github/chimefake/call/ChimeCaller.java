package io.github.chimefake.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * The principal behind the access key that signed a request. IAM policies act on it; roles act on the {@link ChimeUser} in
 * the bearer header. A back end is one caller for all its users.
 *
 * <p>A caller never changes: what is said of it registers the change with the fake that made it, and gives the caller as it
 * is from then on. Rules, policies and assertions about either mean both.
 *
 * <pre>{@code
 * ChimeCaller backend = chime.caller("assumed-role/chat-backend").tag("tenant", "t1").expiresIn(ofMinutes(15));
 * }</pre>
 *
 * @param principalArn for example {@code arn:aws:sts::111122223333:assumed-role/chat-backend/session}
 * @param uniqueId IAM's unique identifier of the user or role, for example {@code AIDACHIMEFAKE00000001}; stays when the keys
 *     change, and tells callers of one principal apart
 * @param accessKeyId the access key
 * @param secretAccessKey the secret that belongs to it; empty for a key that is not registered with the fake
 * @param sessionToken the token of temporary credentials
 * @param tags the principal's tags, those of its session included; in the order of their keys
 * @param expiration when the credentials run out, by the fake's clock
 * @param contextKeys what policies see of its calls in place of what they would see otherwise: condition keys and their values
 * @param registry takes changes
 */
public record ChimeCaller(
        String principalArn,
        String uniqueId,
        String accessKeyId,
        Optional<String> secretAccessKey,
        Optional<String> sessionToken,
        Map<String, String> tags,
        Optional<Instant> expiration,
        Map<String, List<String>> contextKeys,
        Registry registry) {
    private static final String ASSUMED_ROLE = "assumed-role/";
    private static final String ROLE = "role/";

    public ChimeCaller {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        contextKeys = Collections.unmodifiableMap(new TreeMap<>(contextKeys));
    }

    /** A caller that no fake made; its access key stands for its unique identifier as well. */
    public ChimeCaller(
            String principalArn, String accessKeyId, Optional<String> secretAccessKey, Optional<String> sessionToken) {
        this(
                principalArn,
                accessKeyId,
                accessKeyId,
                secretAccessKey,
                sessionToken,
                Map.of(),
                Optional.empty(),
                Map.of(),
                new NoRegistry());
    }

    /** Where the callers of a fake are kept. */
    public interface Registry {
        /** Registers what changes about a caller, whichever keys it has by now. */
        ChimeCaller change(ChimeCaller caller, UnaryOperator<ChimeCaller> change);

        /** Lets the caller have temporary credentials that run out after so long. */
        ChimeCaller expire(ChimeCaller caller, Duration lifetime);
    }

    private record NoRegistry() implements Registry {
        @Override
        public ChimeCaller change(ChimeCaller caller, UnaryOperator<ChimeCaller> change) {
            throw notMade(caller);
        }

        @Override
        public ChimeCaller expire(ChimeCaller caller, Duration lifetime) {
            throw notMade(caller);
        }

        private static IllegalStateException notMade(ChimeCaller caller) {
            return new IllegalStateException("No fake made the caller " + caller
                    + ", so nothing can be said of it. Make a caller with chime.caller(…)");
        }
    }

    /**
     * Tags the principal, or its session: {@code aws:PrincipalTag/KEY} in policies. A tag with the same key is replaced.
     *
     * @throws IllegalStateException if no fake made this caller
     */
    public ChimeCaller tag(String key, String value) {
        return registry.change(this, caller -> {
            Map<String, String> more = new TreeMap<>(caller.tags);
            more.put(key, value);
            return caller.with(caller.principalArn, more, caller.contextKeys);
        });
    }

    /**
     * Names the session of an assumed role, the last part of the principal's ARN.
     *
     * @throws IllegalStateException if no fake made this caller, or if it has not assumed a role
     */
    public ChimeCaller sessionName(String name) {
        return registry.change(this, caller -> {
            String[] role = caller.role()
                    .orElseThrow(() -> new IllegalStateException("sessionName(\"" + name + "\"): " + caller.principalArn
                            + " has not assumed a role. Make the caller with chime.caller(\"assumed-role/ROLE\")"));
            String arn = caller.principalArn.substring(0, caller.principalArn.length() - role[1].length()) + name;
            return caller.with(arn, caller.tags, caller.contextKeys);
        });
    }

    /**
     * Lets policies see the caller's calls come from this address, the {@link #contextKey} {@code aws:SourceIp}.
     *
     * @param address for example {@code 203.0.113.7}
     * @throws IllegalStateException if no fake made this caller
     */
    public ChimeCaller sourceIp(String address) {
        return contextKey("aws:SourceIp", address);
    }

    /**
     * Lets policies see this condition key in the caller's calls: one that AWS would know of it, such as
     * {@code cognito-identity.amazonaws.com:sub} or {@code aws:PrincipalOrgID}, or another value of one that the fake sets.
     *
     * @param key in any case; a key that is set again has the new values only
     * @param values none for a key that is absent
     * @throws IllegalStateException if no fake made this caller
     */
    public ChimeCaller contextKey(String key, String... values) {
        return registry.change(this, caller -> {
            Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            more.putAll(caller.contextKeys);
            more.put(key, List.of(values));
            return caller.with(caller.principalArn, caller.tags, more);
        });
    }

    private ChimeCaller with(
            String otherArn, Map<String, String> otherTags, Map<String, List<String>> otherContextKeys) {
        return new ChimeCaller(
                otherArn,
                uniqueId,
                accessKeyId,
                secretAccessKey,
                sessionToken,
                otherTags,
                expiration,
                otherContextKeys,
                registry);
    }

    /**
     * Gives the caller temporary credentials: once the fake's clock is so much further, its calls are answered with
     * {@code ExpiredTokenException} 403. Clients that have its long-term keys already meet the same at that time.
     *
     * @param lifetime more than nothing
     * @throws IllegalStateException if no fake made this caller
     */
    public ChimeCaller expiresIn(Duration lifetime) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException("expiresIn(" + lifetime
                    + "): the lifetime must be more than nothing. To expire credentials at once, say"
                    + " chime.credentials().expireNow(caller)");
        }
        return registry.expire(this, lifetime);
    }

    /**
     * What policies are attached to: the ARN of the user, or that of the role and not of its session, for example
     * {@code arn:aws:iam::111122223333:role/chat-backend}. Callers may have it in common.
     */
    public String identityArn() {
        return identityArn(principalArn);
    }

    /**
     * The user or role of a principal. Sessions and roles with a path are known by the role's name, which an account has once.
     *
     * @param principalArn for example {@code arn:aws:sts::111122223333:assumed-role/chat-backend/session}
     */
    public static String identityArn(String principalArn) {
        if (!principalArn.contains(ROLE)) { // Every call asks for it, and users need no taking apart.
            return principalArn;
        }
        return Arn.tryParse(principalArn)
                .flatMap(arn -> roleName(arn.resource())
                        .map(role -> new Arn(arn.partition(), "iam", "", arn.account(), ROLE + role).toString()))
                .orElse(principalArn);
    }

    private static Optional<String> roleName(String resource) {
        if (resource.startsWith(ASSUMED_ROLE)) {
            int session = resource.indexOf('/', ASSUMED_ROLE.length());
            return Optional.of(resource.substring(ASSUMED_ROLE.length(), session < 0 ? resource.length() : session));
        }
        return resource.startsWith(ROLE)
                ? Optional.of(resource.substring(resource.lastIndexOf('/') + 1))
                : Optional.empty();
    }

    /** What policies know as {@code aws:userid}: the unique identifier, with the session's name if a role was assumed. */
    public String userId() {
        return role().map(role -> uniqueId + ":" + role[1]).orElse(uniqueId);
    }

    /** The name of the role that was assumed and that of the session; empty for every other principal. */
    private Optional<String[]> role() {
        return Arn.tryParse(principalArn)
                .map(Arn::resource)
                .filter(resource -> resource.startsWith(ASSUMED_ROLE))
                .map(resource -> resource.substring(ASSUMED_ROLE.length()).split("/", 2))
                .filter(parts -> parts.length == 2);
    }

    /** Whether this is the same caller, perhaps with other keys, tags or session. */
    public boolean isSameAs(ChimeCaller other) {
        return uniqueId.equals(other.uniqueId);
    }

    /**
     * Credentials to build an AWS client with.
     *
     * @throws IllegalStateException if this caller's key is not registered, so that the fake does not know its secret
     */
    public AwsCredentials credentials() {
        String secret = secretAccessKey.orElseThrow(() -> new IllegalStateException("The access key " + accessKeyId
                + " is not registered with the fake, so its secret is unknown. Make a caller with chime.caller(…)"));
        return sessionToken.isPresent()
                ? AwsSessionCredentials.create(accessKeyId, secret, sessionToken.get())
                : AwsBasicCredentials.create(accessKeyId, secret);
    }

    /** Principal and access key, never the secret. */
    @Override
    public String toString() {
        return principalArn + " (" + accessKeyId + ")";
    }
}
