package io.github.chimefake.internal.access.callers;

import static io.github.chimefake.ChimeError.EXPIRED_TOKEN;
import static io.github.chimefake.ChimeError.UNRECOGNIZED_CLIENT;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.internal.access.callers.CallerKeys.AccessKey;
import io.github.chimefake.internal.access.callers.CallerKeys.KeyStatus;
import io.github.chimefake.internal.access.callers.CallerKeys.Term;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.text.NearestName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** The callers of a fake and their access keys. */
public final class Callers {
    private static final int MOST_NAMED = 8;

    private final String account;
    private final Clock clock;
    private final FakeLifetime lifetime;
    private final Caller.Registry registry = new Caller.Registry() {
        @Override
        public Caller change(Caller caller, UnaryOperator<Caller> change) {
            requireRunning(caller);
            return Callers.this.change(caller, change);
        }

        @Override
        public Caller expire(Caller caller, Duration lifetime) {
            requireRunning(caller);
            return Callers.this.expire(caller, lifetime);
        }
    };
    private volatile CallerKeys keys;
    private volatile boolean registeredOnly;
    private volatile Runnable onChange = () -> {};
    private volatile PMap<String, PSet<String>> webIdentities = HashTreePMap.empty();

    /** The callers at one time, and the roles by the token of the web identity that may assume them. */
    public record Snapshot(CallerKeys keys, boolean registeredOnly, PMap<String, PSet<String>> webIdentities) {
        /** Returns all access keys, in no particular order. */
        public List<IssuedKey> issued() {
            return keys.issued();
        }
    }

    /**
     * Creates an empty list, without a fake.
     *
     * @param clock decides whether credentials have expired
     */
    public Callers(String account, Clock clock) {
        this(account, clock, new FakeLifetime(), KeySecrets.NUMBERED);
    }

    /** Creates an empty list, which can be changed while its fake runs. */
    public Callers(String account, Clock clock, FakeLifetime lifetime, KeySecrets secrets) {
        this.keys = CallerKeys.none(secrets);
        this.account = account;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /**
     * Registers a caller with new keys: temporary ones without an expiration for roles and federated users, otherwise
     * long-term ones.
     *
     * @param principal an ARN, or the resource part of an ARN in this account: {@code user/build}, {@code role/chat} or
     *     {@code assumed-role/chat-backend}
     */
    public Caller register(String principal) {
        ArnParts arn = principalArn(principal);
        boolean role =
                arn.resource().startsWith("assumed-role/") || arn.resource().startsWith("role/");
        // The clock may be a test's: it may wait, or call the fake, so no lock may be held.
        Term term = Caller.isTemporary(arn.toString()) ? Term.temporary(clock.instant(), Optional.empty()) : Term.LONG;
        synchronized (this) {
            String uniqueId = keys.nextUniqueId(role);
            keys = keys.issued(CallerKeys.withoutKeys(arn.toString(), uniqueId, registry), term);
            return current(uniqueId);
        }
    }

    /**
     * Returns a value that stands for all callers of a principal, or of all sessions of a role.
     *
     * @throws IllegalArgumentException if it does not name a principal
     */
    public Caller ofPrincipal(String principal) {
        Caller one = Caller.anyOf(principalArn(principal).toString());
        boolean anySession = principal.startsWith("assumed-role/") && principal.split("/", -1).length == 2;
        return anySession ? Caller.anyOf(one.identityArn()) : one;
    }

    /**
     * Checks that there is a caller of a principal.
     *
     * @throws IllegalArgumentException if there is none, with the principals that have one
     */
    public void requireOneOf(Caller any) {
        List<Caller> all = keys.issued().stream().map(IssuedKey::caller).toList();
        if (all.stream().noneMatch(any::isSameAs)) {
            List<String> principals =
                    all.stream().map(Caller::principalArn).distinct().sorted().toList();
            throw new IllegalArgumentException("no caller of " + any + " existed. Principals with callers: "
                    + principals.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                    + (principals.size() > MOST_NAMED ? ", …." : ".")
                    + NearestName.similarTo(any.principalArn(), principals)
                            .map(similar -> " Did you mean " + similar + "?")
                            .orElse(""));
        }
    }

    private ArnParts principalArn(String principal) {
        return ArnParts.tryParse(principal).orElseGet(() -> {
            String[] parts = principal.split("/", -1);
            return switch (parts[0]) {
                case "assumed-role" ->
                    ArnParts.parse("arn:aws:sts::" + account + ":" + principal
                            + (parts.length == 2 ? "/" + Caller.DEFAULT_SESSION : ""));
                case "user", "role" -> ArnParts.parse("arn:aws:iam::" + account + ":" + principal);
                default ->
                    throw new IllegalArgumentException("\"" + principal + "\" is not a principal. Expected an ARN, or"
                            + " \"user/NAME\", \"role/NAME\" or \"assumed-role/ROLE[/SESSION]\" in account "
                            + account);
            };
        });
    }

    /** Returns the caller that this access key was issued to, even if the key is no longer valid. */
    public Optional<Caller> find(String accessKeyId) {
        return keys.find(accessKeyId).map(AccessKey::caller);
    }

    /**
     * Returns the caller that this access key was issued to; for an unknown key, a caller of which only the key is
     * known.
     */
    public Caller findOrAssume(String accessKeyId) {
        return find(accessKeyId)
                .orElseGet(() -> new Caller(
                        "arn:aws:iam::" + account + ":user/" + accessKeyId,
                        accessKeyId,
                        Optional.empty(),
                        Optional.empty()));
    }

    /**
     * Returns the error if calls with this access key fail whatever their signature; empty if the key is valid, or
     * unknown and not required to be registered.
     */
    public Optional<ServiceError> check(String accessKeyId) {
        Optional<AccessKey> known = keys.find(accessKeyId);
        if (known.isEmpty()) {
            return registeredOnly
                    ? Optional.of(unknownKey(accessKeyId, "since chime.credentials().knownKeysOnly(true) it must be"))
                    : Optional.empty();
        }
        AccessKey key = known.get();
        return switch (key.status()) {
            case VALID -> key.caller().expiration().isPresent() ? checkExpiration(key.caller()) : Optional.empty();
            case EXPIRED ->
                serviceError(
                        EXPIRED_TOKEN,
                        "The test expired the credentials of " + key.caller()
                                + ". The code under test must request new ones, for example from"
                                + " chime.credentials().provider(caller).");
            case REVOKED ->
                serviceError(
                        UNRECOGNIZED_CLIENT,
                        "The test revoked the credentials of " + key.caller()
                                + ". To give the caller new ones, call chime.credentials().rotate(caller).");
            case REPLACED ->
                serviceError(
                        UNRECOGNIZED_CLIENT,
                        "The access key of " + key.caller()
                                + " was replaced by a new one. Build the client with the caller that"
                                + " chime.credentials().rotate(caller) returned, or with"
                                + " chime.credentials().provider(caller).");
        };
    }

    /**
     * Returns the error for an access key that is not registered.
     *
     * @param reason why it must be
     */
    public ServiceError unknownKey(String accessKeyId, String reason) {
        return ServiceError.of(
                Layer.CREDENTIALS,
                UNRECOGNIZED_CLIENT,
                "The access key " + accessKeyId + " is not registered with the fake, and " + reason
                        + ". Give the client the credentials of a caller: chime.caller(…).credentials().",
                UNRECOGNIZED_CLIENT.provenance());
    }

    private Optional<ServiceError> checkExpiration(Caller caller) {
        Instant now = clock.instant();
        Instant expiration = caller.expiration().orElseThrow();
        return now.isBefore(expiration)
                ? Optional.empty()
                : serviceError(
                        EXPIRED_TOKEN,
                        "The credentials of " + caller + " expired at " + expiration
                                + ", and by the fake's clock it is "
                                + now + ". The code under test must request new ones, for example from"
                                + " chime.credentials().provider(caller).");
    }

    private static Optional<ServiceError> serviceError(ChimeError error, String explanation) {
        return Optional.of(ServiceError.of(Layer.CREDENTIALS, error, explanation, error.provenance()));
    }

    private void requireRunning(Caller caller) {
        lifetime.requireRunning("The caller " + caller + " cannot be changed");
    }

    /** Sets what runs after keys may have become invalid, without a lock. */
    public void onChange(Runnable action) {
        onChange = action;
    }

    /** Sets the status of the caller's keys. */
    void mark(Caller caller, KeyStatus status) {
        requireRunning(caller);
        synchronized (this) {
            keys = keys.marked(require(caller), status);
        }
        onChange.run();
    }

    /** Expires the keys of the caller. */
    public void expire(Caller caller) {
        mark(caller, KeyStatus.EXPIRED);
    }

    /** Replaces the caller's keys by new ones of the same kind and lifetime. The old ones become invalid. */
    public Caller rotate(Caller caller) {
        requireRunning(caller);
        return replace(caller, KeyStatus.REPLACED);
    }

    /** Replaces the caller's keys by new ones of the same kind and lifetime, and sets the status of the old ones. */
    Caller replace(Caller caller, KeyStatus old) {
        Term term = nextTerm(caller);
        Caller renewed;
        synchronized (this) {
            renewed = replace(caller, old, term);
        }
        onChange.run();
        return renewed;
    }

    private Caller replace(Caller caller, KeyStatus old, Term term) {
        Caller before = require(caller);
        keys = keys.marked(before, old).issued(before, term);
        return current(before.uniqueId());
    }

    /**
     * Returns the validity of the next keys. Must be called without a lock, because the clock may be the test's, which
     * may wait or call the fake.
     */
    private Term nextTerm(Caller caller) {
        Caller current = require(caller);
        return current.sessionToken().isPresent() ? Term.temporary(clock.instant(), keys.lifetime(current)) : Term.LONG;
    }

    /** Returns the caller with new keys if its keys have expired; otherwise empty. */
    Optional<Caller> refresh(Caller caller) {
        String accessKeyId = require(caller).accessKeyId();
        boolean expired = check(accessKeyId)
                .filter(serviceError -> serviceError.error() == EXPIRED_TOKEN)
                .isPresent();
        if (!expired) {
            return Optional.empty();
        }
        Term term = nextTerm(caller);
        synchronized (this) {
            // Another thread may have replaced the keys in the meantime.
            boolean unchanged = require(caller).accessKeyId().equals(accessKeyId);
            return unchanged ? Optional.of(replace(caller, KeyStatus.EXPIRED, term)) : Optional.empty();
        }
    }

    private synchronized Caller change(Caller caller, UnaryOperator<Caller> change) {
        Caller changed = change.apply(require(caller));
        keys = keys.changed(changed);
        return changed;
    }

    private Caller expire(Caller caller, Duration lifetime) {
        Term term = Term.temporary(clock.instant(), Optional.of(lifetime));
        Caller expiring;
        synchronized (this) {
            expiring = expire(caller, term);
        }
        onChange.run();
        return expiring;
    }

    private Caller expire(Caller caller, Term term) {
        Caller before = require(caller);
        boolean valid = keys.find(before.accessKeyId())
                .filter(key -> key.status() == KeyStatus.VALID)
                .isPresent();
        if (valid) {
            keys = keys.prolonged(before, term);
        }
        if (!valid || before.sessionToken().isEmpty()) {
            keys = keys.issued(before, term);
        }
        return current(before.uniqueId());
    }

    /**
     * Returns the current state of the caller.
     *
     * @throws IllegalArgumentException if the caller is not registered with this fake
     */
    Caller require(Caller caller) {
        return keys.current(caller.uniqueId())
                // Every fake numbers its callers from one, so the unique id alone may be another principal's.
                .filter(found -> found.identityArn().equals(caller.identityArn()))
                .orElseThrow(() -> new IllegalArgumentException("The caller " + caller
                        + " is not registered with this fake: it was created by another fake, or before the last"
                        + " reset. Create a caller with chime.caller(…)"));
    }

    /** Returns the caller with this unique identifier and its current keys; empty if it is not registered. */
    public Optional<Caller> findById(String uniqueId) {
        return keys.current(uniqueId);
    }

    private Caller current(String uniqueId) {
        return keys.current(uniqueId).orElseThrow();
    }

    /** Sets whether calls with access keys that are not registered fail. */
    void requireRegistered(boolean required) {
        lifetime.requireRunning("The check of access keys cannot be changed");
        synchronized (this) {
            registeredOnly = required;
        }
        onChange.run();
    }

    /**
     * Accepts a token, with which code assumes the role.
     *
     * @param role an ARN, or {@code role/NAME} in this account
     * @throws IllegalArgumentException if it is not a role, or the token is blank
     */
    synchronized void acceptWebIdentity(String token, String role) {
        lifetime.requireRunning("A web identity cannot be accepted");
        String arn = principalArn(role).toString();
        if (token.isBlank() || !arn.contains(":role/")) {
            throw new IllegalArgumentException("acceptWebIdentity(\"" + (token.isBlank() ? token : "…") + "\", \""
                    + role + "\"): expected a token that is not blank, and the ARN of a role or \"role/NAME\"");
        }
        webIdentities = webIdentities.plus(
                token, webIdentities.getOrDefault(token, HashTreePSet.empty()).plus(arn));
    }

    /** Returns the ARNs of the roles that the token is accepted for; none for an unknown token. */
    public Set<String> rolesOfWebIdentity(String token) {
        return webIdentities.getOrDefault(token, HashTreePSet.empty());
    }

    /** Returns the current callers. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(keys, registeredOnly, webIdentities);
    }

    /** Restores the callers of the snapshot. */
    public synchronized void restore(Snapshot snapshot) {
        keys = snapshot.keys.registeredWith(registry);
        registeredOnly = snapshot.registeredOnly;
        webIdentities = snapshot.webIdentities;
    }
}
