package io.github.chimefake.internal.access.callers;

import io.github.chimefake.internal.exchange.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Every access key that was ever issued, and which of them each caller has now.
 *
 * @param byAccessKey the keys
 * @param current the access key of each caller, by the caller's unique identifier
 */
record CallerKeys(PMap<String, AccessKey> byAccessKey, PMap<String, String> current) {
    static final CallerKeys NONE = new CallerKeys(HashTreePMap.empty(), HashTreePMap.empty());

    /** What became of a key. */
    enum KeyStatus {
        VALID,
        /** The test let it expire. */
        EXPIRED,
        /** The test revoked it. */
        REVOKED,
        /** Its caller has another. */
        REPLACED
    }

    /**
     * One access key.
     *
     * @param caller whose it is, with this key
     * @param status what became of it
     * @param lifetime for how long it was issued; empty if it does not run out by itself
     */
    record AccessKey(Caller caller, KeyStatus status, Optional<Duration> lifetime) {}

    /**
     * What keys are issued as.
     *
     * @param issued when temporary keys are issued; empty for long-term ones
     * @param lifetime for how long; empty if they do not run out by themselves
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

    /** An identifier in IAM's form that no caller has yet. */
    String nextUniqueId(boolean role) {
        return (role ? "AROA" : "AIDA") + "CHIMEFAKE" + digits(8, current.size() + 1);
    }

    /** With leading zeros; {@code String.format} would do the same, at the cost of loading it. */
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

    /** Issues keys that the caller has from now on. */
    CallerKeys issued(Caller caller, Term term) {
        boolean temporary = term.issued().isPresent();
        int number = byAccessKey.size() + 1;
        Caller withKeys = caller.withKeys(new Caller.Keys(
                (temporary ? "ASIA" : "AKIA") + "CHIMEFAKE" + digits(7, number),
                Optional.of("secret-of-no-account-" + digits(19, number)),
                temporary ? Optional.of("session-token-of-no-account-" + digits(7, number)) : Optional.empty(),
                term.issued(),
                term.end()));
        return with(new AccessKey(withKeys, KeyStatus.VALID, term.lifetime()));
    }

    /** Makes these keys of the caller expire at the end of the term. They stay the keys that were issued before. */
    CallerKeys prolonged(Caller caller, Term term) {
        Caller prolonged = caller.withKeys(caller.keys().expiringAt(term.end().orElseThrow()));
        return with(new AccessKey(prolonged, KeyStatus.VALID, term.lifetime()));
    }

    /** Marks every key that the caller still has. */
    CallerKeys marked(Caller caller, KeyStatus status) {
        return eachOf(caller, key -> new AccessKey(key.caller(), status, key.lifetime()));
    }

    /** Applies a change of the caller, such as that of its tags, to every key that it still has. */
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
        return new CallerKeys(keys, current);
    }

    private CallerKeys with(AccessKey key) {
        String accessKeyId = key.caller().accessKeyId();
        return new CallerKeys(
                byAccessKey.plus(accessKeyId, key), current.plus(key.caller().uniqueId(), accessKeyId));
    }

    /** Returns the same keys, of callers whose changes this registry takes. */
    CallerKeys registeredWith(Caller.Registry registry) {
        PMap<String, AccessKey> rebound = byAccessKey;
        for (Map.Entry<String, AccessKey> entry : byAccessKey.entrySet()) {
            AccessKey key = entry.getValue();
            if (key.caller().registry() != registry) {
                Caller own = key.caller().withRegistry(registry);
                rebound = rebound.plus(entry.getKey(), new AccessKey(own, key.status(), key.lifetime()));
            }
        }
        return new CallerKeys(rebound, current);
    }
}
