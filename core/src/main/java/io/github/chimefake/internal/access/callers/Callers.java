package io.github.chimefake.internal.access.callers;

import static io.github.chimefake.ChimeError.EXPIRED_TOKEN;
import static io.github.chimefake.ChimeError.UNRECOGNIZED_CLIENT;

import io.github.chimefake.ChimeError;
import io.github.chimefake.internal.access.callers.CallerKeys.AccessKey;
import io.github.chimefake.internal.access.callers.CallerKeys.KeyStatus;
import io.github.chimefake.internal.access.callers.CallerKeys.Term;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The access keys that the fake knows, each with the principal behind it. */
public final class Callers {
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
    private volatile CallerKeys keys = CallerKeys.NONE;
    private volatile boolean registeredOnly;

    /** The callers at one moment, to go back to. */
    public record Snapshot(CallerKeys keys, boolean registeredOnly) {}

    /**
     * No callers yet.
     *
     * @param clock tells when credentials run out
     */
    public Callers(String account, Clock clock) {
        this(account, clock, new FakeLifetime());
    }

    /** Creates a list without callers, which can be changed while its fake runs. */
    public Callers(String account, Clock clock, FakeLifetime lifetime) {
        this.account = account;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /**
     * Registers a caller with keys of its own. Those of a role and of a federated user are temporary and do not run out by themselves; all
     * others are long-term keys.
     *
     * @param principal an ARN, or the resource of one in this account: {@code user/build}, {@code role/chat} or
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

    /** The registered caller with this access key, even if the key is no longer valid. */
    public Optional<Caller> find(String accessKeyId) {
        return keys.find(accessKeyId).map(AccessKey::caller);
    }

    /** A caller with this access key: the registered one, or one of which no more than the key is known. */
    public Caller findOrAssume(String accessKeyId) {
        return find(accessKeyId)
                .orElseGet(() -> new Caller(
                        "arn:aws:iam::" + account + ":user/" + accessKeyId,
                        accessKeyId,
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Why calls that claim this access key are refused whoever signed them; empty if it is valid or merely unknown. */
    public Optional<ServiceError> check(String accessKeyId) {
        Optional<AccessKey> known = keys.find(accessKeyId);
        if (known.isEmpty()) {
            return registeredOnly
                    ? serviceError(
                            UNRECOGNIZED_CLIENT,
                            "The access key " + accessKeyId + " is not registered with the fake, and since"
                                    + " chime.credentials().knownKeysOnly(true) it must be. Give the client the"
                                    + " credentials of a caller: chime.caller(…).credentials().")
                    : Optional.empty();
        }
        AccessKey key = known.get();
        return switch (key.status()) {
            case VALID -> key.caller().expiration().isPresent() ? checkExpiration(key.caller()) : Optional.empty();
            case EXPIRED ->
                serviceError(
                        EXPIRED_TOKEN,
                        "The test expired the credentials of " + key.caller()
                                + " with expireNow. The code under test must request new ones, for example from"
                                + " chime.credentials().provider(caller).");
            case REVOKED ->
                serviceError(
                        UNRECOGNIZED_CLIENT,
                        "The test revoked the credentials of " + key.caller()
                                + "; chime.credentials().rotate(caller) gives the caller others.");
            case REPLACED ->
                serviceError(
                        UNRECOGNIZED_CLIENT,
                        "The caller has other keys by now: the access key of " + key.caller()
                                + " was replaced. Build the client with the caller that rotate(caller) returned, or with"
                                + " chime.credentials().provider(caller).");
        };
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
        return Optional.of(ServiceError.of(error, explanation, error.provenance()));
    }

    private void requireRunning(Caller caller) {
        lifetime.requireRunning("The caller " + caller + " cannot be changed");
    }

    /** Marks the caller's keys. */
    synchronized void mark(Caller caller, KeyStatus status) {
        requireRunning(caller);
        keys = keys.marked(require(caller), status);
    }

    /** Gives the caller other keys of the same kind and lifetime; those that it had are no longer valid. */
    Caller rotate(Caller caller) {
        requireRunning(caller);
        return replace(caller, KeyStatus.REPLACED);
    }

    /** Gives the caller other keys of the same kind and lifetime, and marks those that it had. */
    Caller replace(Caller caller, KeyStatus old) {
        Term term = nextTerm(caller);
        synchronized (this) {
            return replace(caller, old, term);
        }
    }

    private Caller replace(Caller caller, KeyStatus old, Term term) {
        Caller before = require(caller);
        keys = keys.marked(before, old).issued(before, term);
        return current(before.uniqueId());
    }

    /** Asks the clock, which may be a test's: it may wait, or call the fake, so no lock may be held. */
    private Term nextTerm(Caller caller) {
        Caller now = require(caller);
        return now.sessionToken().isPresent() ? Term.temporary(clock.instant(), keys.lifetime(now)) : Term.LONG;
    }

    /** Fresh keys for the caller if those that it has ran out; else empty. */
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
            boolean stillThere = require(caller).accessKeyId().equals(accessKeyId); // Else another thread was faster.
            return stillThere ? Optional.of(replace(caller, KeyStatus.EXPIRED, term)) : Optional.empty();
        }
    }

    private synchronized Caller change(Caller caller, UnaryOperator<Caller> change) {
        Caller changed = change.apply(require(caller));
        keys = keys.changed(changed);
        return changed;
    }

    private Caller expire(Caller caller, Duration lifetime) {
        Term term = Term.temporary(clock.instant(), Optional.of(lifetime));
        synchronized (this) {
            return expire(caller, term);
        }
    }

    private Caller expire(Caller caller, Term term) {
        Caller before = require(caller);
        boolean stillGood = keys.find(before.accessKeyId())
                .filter(key -> key.status() == KeyStatus.VALID)
                .isPresent();
        if (stillGood) {
            keys = keys.prolonged(before, term);
        }
        if (!stillGood || before.sessionToken().isEmpty()) {
            keys = keys.issued(before, term);
        }
        return current(before.uniqueId());
    }

    /**
     * The caller as it is now.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    Caller require(Caller caller) {
        return keys.current(caller.uniqueId())
                // Every fake counts its callers from one, so the unique id alone may be another principal's.
                .filter(found -> found.identityArn().equals(caller.identityArn()))
                .orElseThrow(() -> new IllegalArgumentException("The caller " + caller
                        + " is not registered with this fake: it was created by another fake, or before the last"
                        + " reset. Create a caller with chime.caller(…)"));
    }

    private Caller current(String uniqueId) {
        return keys.current(uniqueId).orElseThrow();
    }

    /** Whether calls with access keys that nobody registered are refused. */
    synchronized void requireRegistered(boolean required) {
        lifetime.requireRunning("The check of access keys cannot be changed");
        registeredOnly = required;
    }

    /** The callers as they are now. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(keys, registeredOnly);
    }

    /** Goes back to the callers of the snapshot. */
    public synchronized void restore(Snapshot snapshot) {
        keys = snapshot.keys.registeredWith(registry);
        registeredOnly = snapshot.registeredOnly;
    }
}
