package io.github.chimefake.internal.exchange;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.internal.arn.ArnParts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * A principal with its access key. It is immutable: a change is registered with the fake that created the caller, and
 * returns the changed caller.
 *
 * @param principalArn for example {@code arn:aws:sts::111122223333:assumed-role/chat-backend/session}
 * @param uniqueId IAM's unique identifier of the user or role, for example {@code AIDACHIMEFAKE00000001}; it stays the
 *     same when the keys change, and differs between callers with the same principal
 * @param accessKeyId the access key
 * @param secretAccessKey the secret access key; empty if the access key is not registered with the fake
 * @param sessionToken the token of temporary credentials
 * @param issued when the temporary credentials were issued by the fake's clock; empty for long-term keys and for keys that
 *     are not registered with the fake
 * @param tags the tags of the principal and its session, sorted by key
 * @param expiration when the credentials expire by the fake's clock
 * @param contextKeys the condition keys that replace those of its calls in the evaluation of policies, with their
 *     values
 * @param registry registers changes
 */
public record Caller(
        String principalArn,
        String uniqueId,
        String accessKeyId,
        Optional<String> secretAccessKey,
        Optional<String> sessionToken,
        Optional<Instant> issued,
        Map<String, String> tags,
        Optional<Instant> expiration,
        Map<String, List<String>> contextKeys,
        Registry registry)
        implements ChimeCaller {
    private static final String ASSUMED_ROLE = "assumed-role/";
    private static final String ROLE = "role/";
    private static final String FEDERATED_USER = "federated-user/";

    /** The name of a session that was not named. */
    public static final String DEFAULT_SESSION = "session";

    public Caller {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        contextKeys = Collections.unmodifiableMap(new TreeMap<>(contextKeys));
    }

    /** Creates a caller that is not registered with a fake. Its access key is also its unique identifier. */
    public Caller(
            String principalArn, String accessKeyId, Optional<String> secretAccessKey, Optional<String> sessionToken) {
        this(
                principalArn,
                accessKeyId,
                accessKeyId,
                secretAccessKey,
                sessionToken,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                new NoRegistry());
    }

    /**
     * Creates a value that stands for all callers of a principal or of a role. It is registered with no fake, and {@link #isSameAs} holds
     * for each of them.
     */
    public static Caller anyOf(String arn) {
        return new Caller(arn, "", Optional.empty(), Optional.empty());
    }

    /**
     * Returns the caller as an instance of this class.
     *
     * @throws IllegalArgumentException if it was not created by a fake
     */
    public static Caller of(ChimeCaller given) {
        if (given instanceof Caller caller) {
            return caller;
        }
        throw new IllegalArgumentException("The caller " + given
                + " was not created by a fake. Create callers with chime.caller(…); do not implement ChimeCaller");
    }

    /** Registers changes of the callers of a fake. */
    public interface Registry {
        /** Changes the caller, whatever keys it has now. */
        Caller change(Caller caller, UnaryOperator<Caller> change);

        /** Gives the caller temporary credentials that expire after the lifetime. */
        Caller expire(Caller caller, Duration lifetime);
    }

    private record NoRegistry() implements Registry {
        @Override
        public Caller change(Caller caller, UnaryOperator<Caller> change) {
            throw notCreated(caller);
        }

        @Override
        public Caller expire(Caller caller, Duration lifetime) {
            throw notCreated(caller);
        }

        private static IllegalStateException notCreated(Caller caller) {
            return new IllegalStateException("The caller " + caller
                    + " was not created by a fake, so it cannot be changed. Create a caller with chime.caller(…)");
        }
    }

    @Override
    public Caller tag(String key, String value) {
        return registry.change(this, caller -> {
            Map<String, String> more = new TreeMap<>(caller.tags);
            more.put(key, value);
            return caller.with(caller.principalArn, more, caller.contextKeys);
        });
    }

    @Override
    public Caller sessionName(String name) {
        return registry.change(this, caller -> {
            String[] role = caller.role()
                    .orElseThrow(() -> new IllegalStateException("sessionName(\"" + name + "\"): " + caller.principalArn
                            + " has not assumed a role. Create the caller with chime.caller(\"assumed-role/ROLE\")"));
            String arn = caller.principalArn.substring(0, caller.principalArn.length() - role[1].length()) + name;
            return caller.with(arn, caller.tags, caller.contextKeys);
        });
    }

    @Override
    public Caller sourceIp(String address) {
        return contextKey("aws:SourceIp", address);
    }

    @Override
    public Caller contextKey(String key, String... values) {
        return registry.change(this, caller -> {
            Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            more.putAll(caller.contextKeys);
            more.put(key, List.of(values));
            return caller.with(caller.principalArn, caller.tags, more);
        });
    }

    private Caller with(String otherArn, Map<String, String> otherTags, Map<String, List<String>> otherContextKeys) {
        return new Caller(
                otherArn,
                uniqueId,
                accessKeyId,
                secretAccessKey,
                sessionToken,
                issued,
                otherTags,
                expiration,
                otherContextKeys,
                registry);
    }

    /** The keys that a caller signs with; the parts are those of the caller. */
    public record Keys(
            String accessKeyId,
            Optional<String> secretAccessKey,
            Optional<String> sessionToken,
            Optional<Instant> issued,
            Optional<Instant> expiration) {
        /** Returns the same keys with another expiration. */
        public Keys expiringAt(Instant end) {
            return new Keys(accessKeyId, secretAccessKey, sessionToken, issued, Optional.of(end));
        }
    }

    /** Returns the caller's keys. */
    public Keys keys() {
        return new Keys(accessKeyId, secretAccessKey, sessionToken, issued, expiration);
    }

    /** Returns this caller with other keys. */
    public Caller withKeys(Keys keys) {
        return new Caller(
                principalArn,
                uniqueId,
                keys.accessKeyId(),
                keys.secretAccessKey(),
                keys.sessionToken(),
                keys.issued(),
                tags,
                keys.expiration(),
                contextKeys,
                registry);
    }

    /** Returns this caller with another registry for its changes. */
    public Caller withRegistry(Registry other) {
        return new Caller(
                principalArn,
                uniqueId,
                accessKeyId,
                secretAccessKey,
                sessionToken,
                issued,
                tags,
                expiration,
                contextKeys,
                other);
    }

    @Override
    public Caller expiresIn(Duration lifetime) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException("expiresIn(" + lifetime
                    + "): the lifetime must be positive. To expire credentials immediately, call"
                    + " chime.credentials().expireNow(caller)");
        }
        return registry.expire(this, lifetime);
    }

    @Override
    public String identityArn() {
        return identityArn(principalArn);
    }

    /**
     * Returns the ARN of the user or role of a principal. Sessions and roles with a path are identified by the name of
     * the role, which is unique in an account.
     *
     * @param principalArn for example {@code arn:aws:sts::111122223333:assumed-role/chat-backend/session}
     */
    public static String identityArn(String principalArn) {
        if (!principalArn.contains(ROLE)) { // This is called for each request, and users need no parsing.
            return principalArn;
        }
        return ArnParts.tryParse(principalArn)
                .flatMap(arn -> roleName(arn.resource())
                        .map(role -> new ArnParts(arn.partition(), "iam", "", arn.account(), ROLE + role).toString()))
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

    /**
     * Returns the condition key {@code aws:userid}: the unique identifier, followed by the session name for a role. A role
     * without a session name acts in a session with the default name.
     */
    public String userId() {
        boolean role = principalArn.contains(":" + ROLE);
        return role().map(names -> uniqueId + ":" + names[1])
                .orElse(role ? uniqueId + ":" + DEFAULT_SESSION : uniqueId);
    }

    /** Returns the ARN of the session in which a role acts; of other principals, their own. */
    public String sessionArn() {
        return ArnParts.tryParse(principalArn)
                .filter(arn -> arn.resource().startsWith(ROLE))
                .map(arn -> "arn:" + arn.partition() + ":sts::" + arn.account() + ":" + ASSUMED_ROLE
                        + arn.resource().substring(arn.resource().lastIndexOf('/') + 1) + "/" + DEFAULT_SESSION)
                .orElse(principalArn);
    }

    /** Returns whether a principal has temporary credentials only, which is so for roles and federated users. */
    public static boolean isTemporary(String principalArn) {
        return ArnParts.tryParse(principalArn)
                .map(ArnParts::resource)
                .filter(resource -> resource.startsWith(ASSUMED_ROLE)
                        || resource.startsWith(ROLE)
                        || resource.startsWith(FEDERATED_USER))
                .isPresent();
    }

    /** Returns the names of the assumed role and of the session; empty for other principals. */
    private Optional<String[]> role() {
        return ArnParts.tryParse(principalArn)
                .map(ArnParts::resource)
                .filter(resource -> resource.startsWith(ASSUMED_ROLE))
                .map(resource -> resource.substring(ASSUMED_ROLE.length()).split("/", 2))
                .filter(parts -> parts.length == 2);
    }

    @Override
    public boolean isSameAs(ChimeCaller other) {
        if (uniqueId.isEmpty()) {
            return principalArn.equals(other.principalArn()) || principalArn.equals(other.identityArn());
        }
        // Every fake numbers its callers from one, so the unique id alone may be that of another fake's caller.
        return uniqueId.equals(other.uniqueId()) && identityArn().equals(other.identityArn());
    }

    @Override
    public AwsCredentials credentials() {
        String secret = secretAccessKey.orElseThrow(() -> new IllegalStateException("The access key " + accessKeyId
                + " is not registered with the fake, so its secret is unknown. Create a caller with chime.caller(…)"));
        return sessionToken.isPresent()
                ? AwsSessionCredentials.create(accessKeyId, secret, sessionToken.get())
                : AwsBasicCredentials.create(accessKeyId, secret);
    }

    @Override
    public String toString() {
        return accessKeyId.isEmpty() ? principalArn : principalArn + " (" + accessKeyId + ")";
    }

    /** Compares all components except secret, session token and registry. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Caller that && comparedComponents().equals(that.comparedComponents());
    }

    @Override
    public int hashCode() {
        return comparedComponents().hashCode();
    }

    private List<Object> comparedComponents() {
        return List.of(principalArn, uniqueId, accessKeyId, tags, expiration, contextKeys);
    }
}
