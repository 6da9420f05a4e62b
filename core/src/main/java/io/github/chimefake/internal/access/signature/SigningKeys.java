package io.github.chimefake.internal.access.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.internal.exchange.CredentialScope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Derives signing keys. A key takes four HMACs to derive and is valid for a secret and a whole day, so it is cached.
 */
public final class SigningKeys {
    /** Far more keys than a test needs. At this size the cache is emptied. */
    static final int KEPT = 1_000;

    private final Map<Origin, byte[]> keys = new ConcurrentHashMap<>();

    /** The input that a key is derived from. */
    private record Origin(String secretAccessKey, CredentialScope scope) {}

    byte[] signingKey(String secretAccessKey, CredentialScope scope) {
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
