package io.github.chimefake.internal.access.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * SHA-256 and HMAC-SHA256. Each use copies what a provider has given once, because the lookup of a provider takes a good part of the time of
 * a short hash. A provider that allows no copies is looked up each time.
 */
public final class Sha256 {
    private static final String DIGEST = "SHA-256";
    private static final String MAC = "HmacSHA256";
    private static final MessageDigest DIGEST_TO_COPY;
    private static final Mac MAC_TO_COPY;

    static {
        try {
            DIGEST_TO_COPY = MessageDigest.getInstance(DIGEST);
            MAC_TO_COPY = Mac.getInstance(MAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform must have " + DIGEST + " and " + MAC, e);
        }
    }

    private Sha256() {}

    /** Returns the hash in lower-case hexadecimal digits. */
    public static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(newDigest().digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform must have " + DIGEST, e);
        }
    }

    static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = newMac();
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform must have " + MAC, e);
        }
    }

    private static MessageDigest newDigest() throws GeneralSecurityException {
        try {
            return (MessageDigest) DIGEST_TO_COPY.clone();
        } catch (CloneNotSupportedException notAllowed) {
            return MessageDigest.getInstance(DIGEST);
        }
    }

    private static Mac newMac() throws GeneralSecurityException {
        try {
            return (Mac) MAC_TO_COPY.clone();
        } catch (CloneNotSupportedException notAllowed) {
            return Mac.getInstance(MAC);
        }
    }
}
