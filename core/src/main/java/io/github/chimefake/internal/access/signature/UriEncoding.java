package io.github.chimefake.internal.access.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** What AWS calls {@code UriEncode()}: percent-encoding as SigV4 wants it, of everything but the unreserved characters. */
final class UriEncoding {
    private static final String HEX = "0123456789ABCDEF";

    private UriEncoding() {}

    static String encode(byte[] bytes) {
        return encode(bytes, "");
    }

    /** Encodes a path that is percent-encoded already once more, leaving its slashes. */
    static String encodePathAgain(String rawPath) {
        return encode(rawPath.getBytes(UTF_8), "/");
    }

    private static String encode(byte[] bytes, String alsoKept) {
        byte[] encoded = new byte[bytes.length * 3];
        int length = 0;
        for (byte each : bytes) {
            if (isUnreserved(each) || alsoKept.indexOf(each) >= 0) {
                encoded[length++] = each;
            } else {
                encoded[length++] = '%';
                encoded[length++] = (byte) HEX.charAt(each >> 4 & 0xF);
                encoded[length++] = (byte) HEX.charAt(each & 0xF);
            }
        }
        return new String(encoded, 0, length, US_ASCII);
    }

    private static boolean isUnreserved(byte character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || "-._~".indexOf(character) >= 0;
    }

    /**
     * Decodes a name or value of a query, where {@code +} is a space. Works on bytes, so that what is not UTF-8 survives
     * being encoded again; a {@code %} that no two hexadecimal digits follow stands for itself.
     */
    static byte[] formDecode(String encoded) {
        byte[] bytes = encoded.getBytes(UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2])) {
                decoded.write(Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16));
                i += 2;
            } else {
                decoded.write(bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return decoded.toByteArray();
    }

    private static boolean isHex(byte character) {
        return Character.digit(character, 16) >= 0;
    }
}
