package io.github.chimefake.internal.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;

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
        requireWholeEscapes(raw);
        byte[] bytes = raw.getBytes(UTF_8);
        int length = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '%') {
                int high = HexFormat.fromHexDigit(bytes[++at]);
                int low = HexFormat.fromHexDigit(bytes[++at]);
                bytes[length++] = (byte) (high * 16 + low);
            } else {
                bytes[length++] = bytes[at];
            }
        }
        String text = new String(bytes, 0, length, UTF_8);
        // A replacement character stands for bytes that are not UTF-8, unless it was itself what they say.
        if (text.indexOf('\uFFFD') >= 0 && !Arrays.equals(text.getBytes(UTF_8), Arrays.copyOf(bytes, length))) {
            throw new BrokenEscapeException("the escapes in \"" + Excerpt.of(raw) + "\" are not UTF-8");
        }
        return text;
    }

    private static void requireWholeEscapes(String raw) throws BrokenEscapeException {
        for (int at = raw.indexOf('%'); at >= 0; at = raw.indexOf('%', at + 3)) {
            if (!isHexDigit(raw, at + 1) || !isHexDigit(raw, at + 2)) {
                String escape = raw.substring(at, Math.min(at + 3, raw.length()));
                throw new BrokenEscapeException("\"" + escape + "\" in \"" + Excerpt.of(raw)
                        + "\" is no percent escape; a percent sign itself is sent as %25");
            }
        }
    }

    private static boolean isHexDigit(String raw, int at) {
        return at < raw.length() && HexFormat.isHexDigit(raw.charAt(at));
    }
}
