package io.github.chimefake.internal.iam.template;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Decodes the bytes of a policy, which are UTF-8, or UTF-16 if a shell has written them so. */
public final class PolicyText {
    private PolicyText() {}

    /**
     * Returns the text, perhaps with its byte order mark.
     *
     * @throws CharacterCodingException if the bytes are no text
     */
    public static String decode(byte[] bytes) throws CharacterCodingException {
        return charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** JSON begins with a character of ASCII, so a zero among the first two octets, or a mark, tells the encoding. */
    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2) {
            int first = bytes[0] & 0xFF;
            int second = bytes[1] & 0xFF;
            if (first == 0 || (first == 0xFE && second == 0xFF)) {
                return StandardCharsets.UTF_16BE;
            }
            if (second == 0 || (first == 0xFF && second == 0xFE)) {
                return StandardCharsets.UTF_16LE;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
