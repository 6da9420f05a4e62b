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
 * The principal behind an access key. It never changes: what a user changes of it is registered with the fake that made it, which
 * returns the caller as it is then.
 *
 * @param principalArn for example {@code arn:aws:sts::111122223333:assumed-role/chat-backend/session}
 * @param uniqueId IAM's unique identifier of the user or role, for example {@code AIDACHIMEFAKE00000001}; stays when the keys
 *     change, and tells callers of one principal apart
 * @param accessKeyId the access key
 * @param secretAccessKey the secret that belongs to it; empty for a key that is not registered with the fake
 * @param sessionToken the token of temporary credentials
 * @param issued when the temporary credentials were issued, by the fake's clock; empty for long-term keys and for keys that are not
 *     registered with the fake
 * @param tags the principal's tags, those of its session included; in the order of their keys
 * @param expiration when the credentials run out, by the fake's clock
 * @param contextKeys what policies see of its calls in place of what they would see otherwise: condition keys and their values
 * @param registry takes changes
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

    /** A caller that no fake made; its access key stands for its unique identifier as well. */
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
     * Returns the caller that a user handed in.
     *
     * @throws IllegalArgumentException if no fake made it
     */
    public static Caller of(ChimeCaller given) {
        if (given instanceof Caller caller) {
            return caller;
        }
        throw new IllegalArgumentException("The caller " + given
                + " was not created by a fake. Create callers with chime.caller(…); do not implement ChimeCaller");
    }

    /** Where the callers of a fake are kept. */
    public interface Registry {
        /** Registers what changes about a caller, whichever keys it has by now. */
        Caller change(Caller caller, UnaryOperator<Caller> change);

        /** Lets the caller have temporary credentials that run out after so long. */
        Caller expire(Caller caller, Duration lifetime);
    }

    private record NoRegistry() implements Registry {
        @Override
        public Caller change(Caller caller, UnaryOperator<Caller> change) {
            throw notMade(caller);
        }

        @Override
        public Caller expire(Caller caller, Duration lifetime) {
            throw notMade(caller);
        }

        private static IllegalStateException notMade(Caller caller) {
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

    /** Returns this caller as one whose changes another registry takes. */
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
     * The user or role of a principal. Sessions and roles with a path are known by the role's name, which an account has once.
     *
     * @param principalArn for example {@code arn:aws:sts::111122223333:assumed-role/chat-backend/session}
     */
    public static String identityArn(String principalArn) {
        if (!principalArn.contains(ROLE)) { // Every call asks for it, and users need no taking apart.
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
     * What policies know as {@code aws:userid}: the unique identifier, with the session's name if it is a role's. A role always acts
     * in a session; one that was named without has the default name.
     */
    public String userId() {
        boolean role = principalArn.contains(":" + ROLE);
        return role().map(names -> uniqueId + ":" + names[1])
                .orElse(role ? uniqueId + ":" + DEFAULT_SESSION : uniqueId);
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

    /** The name of the role that was assumed and that of the session; empty for every other principal. */
    private Optional<String[]> role() {
        return ArnParts.tryParse(principalArn)
                .map(ArnParts::resource)
                .filter(resource -> resource.startsWith(ASSUMED_ROLE))
                .map(resource -> resource.substring(ASSUMED_ROLE.length()).split("/", 2))
                .filter(parts -> parts.length == 2);
    }

    @Override
    public boolean isSameAs(ChimeCaller other) {
        // Every fake counts its callers from one, so the unique id alone may be that of another fake's caller.
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
        return principalArn + " (" + accessKeyId + ")";
    }

    /** Compares what may be shown: secret, session token and registry are left out. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Caller that && shown().equals(that.shown());
    }

    @Override
    public int hashCode() {
        return shown().hashCode();
    }

    private List<Object> shown() {
        return List.of(principalArn, uniqueId, accessKeyId, tags, expiration, contextKeys);
    }
}
