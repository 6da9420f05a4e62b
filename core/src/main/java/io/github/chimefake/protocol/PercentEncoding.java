package io.github.chimefake.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Decodes percent escapes strictly: what the decoders of the JDK and of the AWS SDK would replace or keep is refused. */
final class PercentEncoding {
    private PercentEncoding() {}

    /** An escape that is cut off, has no hexadecimal digits, or is not UTF-8 together with its neighbours. */
    static final class BrokenEscapeException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenEscapeException(String message) {
            super(message);
        }
    }

    /** Decodes one segment of a path, where a plus is a plus. */
    static String decodeSegment(String raw) throws BrokenEscapeException {
        return raw.indexOf('%') < 0 ? raw : decodeEscapes(raw);
    }

    /**
     * Decodes a name or value of a query, where a plus is a space: the SDK for Java 1 encodes a space so, and all SDKs
     * escape a plus.
     */
    static String decodeQuery(String raw) throws BrokenEscapeException {
        return decodeSegment(raw.replace('+', ' '));
    }

    private static String decodeEscapes(String raw) throws BrokenEscapeException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        int at = 0;
        while (at < raw.length()) {
            if (raw.charAt(at) == '%') {
                bytes.write(escapedByte(raw, at));
                at += 3;
            } else {
                int escape = raw.indexOf('%', at);
                int end = escape < 0 ? raw.length() : escape;
                bytes.writeBytes(raw.substring(at, end).getBytes(UTF_8));
                at = end;
            }
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BrokenEscapeException("the escapes in \"" + Excerpt.of(raw) + "\" are not UTF-8");
        }
    }

    private static int escapedByte(String raw, int at) throws BrokenEscapeException {
        int high = hexDigit(raw, at + 1);
        int low = hexDigit(raw, at + 2);
        if (high < 0 || low < 0) {
            String escape = raw.substring(at, Math.min(at + 3, raw.length()));
            throw new BrokenEscapeException("\"" + escape + "\" in \"" + Excerpt.of(raw)
                    + "\" is no percent escape; a percent sign itself is sent as %25");
        }
        return high * 16 + low;
    }

    private static int hexDigit(String raw, int at) {
        char character = at < raw.length() ? raw.charAt(at) : ' ';
        // Character.digit would also take the digits of other scripts.
        return character < 128 ? Character.digit(character, 16) : -1;
    }
}
