package io.github.chimefake.internal.access.callers;

import io.github.chimefake.internal.exchange.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * All access keys that were issued, and the current key of each caller.
 *
 * @param byAccessKey the keys by their ids
 * @param current the id of each caller's current access key, by the caller's unique identifier
 * @param secrets how the secrets of further keys are chosen
 */
record CallerKeys(PMap<String, AccessKey> byAccessKey, PMap<String, String> current, KeySecrets secrets) {
    static CallerKeys none(KeySecrets secrets) {
        return new CallerKeys(HashTreePMap.empty(), HashTreePMap.empty(), secrets);
    }

    /** The status of a key. */
    enum KeyStatus {
        VALID,
        /** Expired by the test, independent of its lifetime. */
        EXPIRED,
        /** Revoked by the test. */
        REVOKED,
        /** Replaced by another key of its caller. */
        REPLACED
    }

    /**
     * One access key.
     *
     * @param caller its caller, with this key
     * @param status its status
     * @param lifetime how long it is valid after it was issued; empty if it does not expire by itself
     */
    record AccessKey(Caller caller, KeyStatus status, Optional<Duration> lifetime) {}

    /**
     * The term of keys that are issued.
     *
     * @param issued when temporary keys are issued; empty for long-term ones
     * @param lifetime the time for which the keys are valid; empty if they do not expire by themselves
     */
    record Term(Optional<Instant> issued, Optional<Duration> lifetime) {
        static final Term LONG = new Term(Optional.empty(), Optional.empty());

        static Term temporary(Instant now, Optional<Duration> lifetime) {
            return new Term(Optional.of(now), lifetime);
        }

        Optional<Instant> end() {
            return issued.flatMap(start -> lifetime.map(start::plus));
        }
    }

    static Caller withoutKeys(String principalArn, String uniqueId, Caller.Registry registry) {
        return new Caller(
                principalArn,
                uniqueId,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                registry);
    }

    /** Returns an unused identifier in IAM's form. */
    String nextUniqueId(boolean role) {
        return (role ? "AROA" : "AIDA") + "CHIMEFAKE" + digits(8, current.size() + 1);
    }

    /**
     * Returns the number with leading zeros. {@code String.format} is not used, because loading it slows the first
     * start.
     */
    private static String digits(int count, int number) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, count - digits.length())) + digits;
    }

    Optional<AccessKey> find(String accessKeyId) {
        return Optional.ofNullable(byAccessKey.get(accessKeyId));
    }

    Optional<Caller> current(String uniqueId) {
        return Optional.ofNullable(current.get(uniqueId)).flatMap(this::find).map(AccessKey::caller);
    }

    Optional<Duration> lifetime(Caller caller) {
        return find(caller.accessKeyId()).flatMap(AccessKey::lifetime);
    }

    /** Returns all keys, in no particular order. */
    List<IssuedKey> issued() {
        return byAccessKey.values().stream()
                .map(key -> new IssuedKey(
                        key.caller(),
                        key.status().name(),
                        key.caller()
                                .accessKeyId()
                                .equals(current.get(key.caller().uniqueId()))))
                .toList();
    }

    /** Issues new keys, which become the current ones of the caller. */
    CallerKeys issued(Caller caller, Term term) {
        boolean temporary = term.issued().isPresent();
        int number = byAccessKey.size() + 1;
        Caller withKeys = caller.withKeys(new Caller.Keys(
                (temporary ? "ASIA" : "AKIA") + "CHIMEFAKE" + digits(7, number),
                Optional.of(secrets.secretAccessKey(digits(19, number))),
                temporary ? Optional.of(secrets.sessionToken(digits(7, number))) : Optional.empty(),
                term.issued(),
                term.end()));
        return with(new AccessKey(withKeys, KeyStatus.VALID, term.lifetime()));
    }

    /** Changes the expiration of the caller's keys to the end of the term. */
    CallerKeys prolonged(Caller caller, Term term) {
        Caller prolonged = caller.withKeys(caller.keys().expiringAt(term.end().orElseThrow()));
        return with(new AccessKey(prolonged, KeyStatus.VALID, term.lifetime()));
    }

    /** Sets the status of all keys of the caller that were not replaced. */
    CallerKeys marked(Caller caller, KeyStatus status) {
        return eachOf(caller, key -> new AccessKey(key.caller(), status, key.lifetime()));
    }

    /** Applies a change of the caller, for example of its tags, to all its keys that were not replaced. */
    CallerKeys changed(Caller caller) {
        return eachOf(caller, key -> {
            Caller changed = caller.withKeys(key.caller().keys());
            return new AccessKey(changed, key.status(), key.lifetime());
        });
    }

    private CallerKeys eachOf(Caller caller, UnaryOperator<AccessKey> change) {
        PMap<String, AccessKey> keys = byAccessKey;
        for (AccessKey key : byAccessKey.values()) {
            if (key.caller().isSameAs(caller) && key.status() != KeyStatus.REPLACED) {
                keys = keys.plus(key.caller().accessKeyId(), change.apply(key));
            }
        }
        return new CallerKeys(keys, current, secrets);
    }

    private CallerKeys with(AccessKey key) {
        String accessKeyId = key.caller().accessKeyId();
        return new CallerKeys(
                byAccessKey.plus(accessKeyId, key), current.plus(key.caller().uniqueId(), accessKeyId), secrets);
    }

    /** Returns these keys, with callers that register their changes with the given registry. */
    CallerKeys registeredWith(Caller.Registry registry) {
        PMap<String, AccessKey> rebound = byAccessKey;
        for (Map.Entry<String, AccessKey> entry : byAccessKey.entrySet()) {
            AccessKey key = entry.getValue();
            if (key.caller().registry() != registry) {
                Caller own = key.caller().withRegistry(registry);
                rebound = rebound.plus(entry.getKey(), new AccessKey(own, key.status(), key.lifetime()));
            }
        }
        return new CallerKeys(rebound, current, secrets);
    }
}
