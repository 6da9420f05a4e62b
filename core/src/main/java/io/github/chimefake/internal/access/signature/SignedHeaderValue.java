package io.github.chimefake.internal.access.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;

/**
 * The value of a header as SigV4 signs it: trimmed, with single spaces.
 *
 * <p>Optimized by hand: without {@link #isCanonical} a signed send takes 5 to 10 % longer
 * ({@code GatewayBenchmark.signedSendWithPolicies}). {@code SignedHeaderValueTest} compares both ways.
 */
final class SignedHeaderValue {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private SignedHeaderValue() {}

    static String of(String received) {
        return isCanonical(received) ? received : canonical(received);
    }

    static String canonical(String received) {
        return WHITE_SPACE.matcher(decoded(received).strip()).replaceAll(" ");
    }

    /**
     * Returns whether the value is signed as received, which is true for nearly all: plain ASCII with single spaces.
     */
    private static boolean isCanonical(String value) {
        char previous = ' ';
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character < ' ' || character >= 0x7F || (character == ' ' && previous == ' ')) {
                return false;
            }
            previous = character;
        }
        return value.isEmpty() || previous != ' ';
    }

    /**
     * Returns the value as the client signed it. Servers read the bytes of a header as Latin-1, while some clients
     * write UTF-8 (Python, Java over {@code HttpURLConnection}) and others Latin-1; all of them sign the characters as
     * UTF-8.
     */
    private static String decoded(String value) {
        if (!ISO_8859_1.newEncoder().canEncode(value)) {
            return value; // The server has read UTF-8 already.
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }
}
