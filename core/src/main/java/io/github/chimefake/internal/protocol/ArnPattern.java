package io.github.chimefake.internal.protocol;

/**
 * The pattern of ARNs in the service model.
 *
 * <p>Optimized by hand, because nearly every request has two or more ARNs: with a regular expression, a signed send
 * takes 5 to 10 % longer ({@code GatewayBenchmark.signedSendWithPolicies}). {@code TextPatternTest} compares it with
 * the regular expression.
 */
final class ArnPattern {
    /** The pattern as written in the service model. */
    static final String MODEL =
            "arn:[a-z0-9-\\.]{1,63}:[a-z0-9-\\.]{0,63}:[a-z0-9-\\.]{0,63}:[a-z0-9-\\.]{0,63}:[^/].{0,1023}";

    private static final String START = "arn:";
    private static final int PARTS = 4;
    private static final int MAX_PART_LENGTH = 63;
    private static final int MAX_RESOURCE_LENGTH = 1024;

    private ArnPattern() {}

    static boolean matches(String text) {
        int at = START.length();
        if (!text.startsWith(START) || text.startsWith(":", at)) {
            return false; // Only the partition must not be empty.
        }
        for (int part = 0; part < PARTS; part++) {
            int colon = text.indexOf(':', at);
            if (colon < 0 || colon - at > MAX_PART_LENGTH || !isPart(text, at, colon)) {
                return false;
            }
            at = colon + 1;
        }
        return isResource(text, at);
    }

    private static boolean isPart(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char character = text.charAt(i);
            boolean allowed = (character >= 'a' && character <= 'z')
                    || (character >= '0' && character <= '9')
                    || character == '-'
                    || character == '.';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether the part starts with any character except a slash, followed by any characters except line
     * terminators. The length is in code points.
     */
    private static boolean isResource(String text, int start) {
        int length = text.codePointCount(start, text.length());
        if (length == 0 || length > MAX_RESOURCE_LENGTH || text.charAt(start) == '/') {
            return false;
        }
        for (int i = text.offsetByCodePoints(start, 1); i < text.length(); i++) {
            if (isLineTerminator(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a dot does not match the character in regular expressions of the JDK. */
    private static boolean isLineTerminator(char character) {
        return character == '\n'
                || character == '\r'
                || character == '\u0085'
                || character == '\u2028'
                || character == '\u2029';
    }
}
