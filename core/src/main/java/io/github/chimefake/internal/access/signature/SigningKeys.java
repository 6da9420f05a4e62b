package io.github.chimefake.internal.access.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.internal.exchange.CredentialScope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that signatures are made with. Each costs four keyed hashes and serves a secret for a whole day, so they are kept
 * for the calls that follow.
 */
public final class SigningKeys {
    /** Far more than a test has callers; beyond it they are made anew. */
    static final int KEPT = 1_000;

    private final Map<Origin, byte[]> keys = new ConcurrentHashMap<>();

    /** What a key is made of. */
    private record Origin(String secretAccessKey, CredentialScope scope) {}

    byte[] of(String secretAccessKey, CredentialScope scope) {
        if (keys.size() >= KEPT) {
            keys.clear();
        }
        return keys.computeIfAbsent(new Origin(secretAccessKey, scope), SigningKeys::derive);
    }

    private static byte[] derive(Origin origin) {
        CredentialScope scope = origin.scope();
        byte[] key = ("AWS4" + origin.secretAccessKey()).getBytes(UTF_8);
        for (String part : List.of(scope.date(), scope.region(), scope.service(), scope.terminator())) {
            key = Sha256.hmac(key, part);
        }
        return key;
    }
}
