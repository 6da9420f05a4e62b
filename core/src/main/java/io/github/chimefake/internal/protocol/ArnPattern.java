package io.github.chimefake.internal.protocol;

/**
 * The pattern that the service model has for ARNs.
 *
 * <p>Tuned by hand, as nearly every request has two ARNs or more: with an expression, a signed send takes 5 to 10 % longer
 * ({@code GatewayBenchmark.signedSendWithPolicies}). {@code TextPatternTest} compares it with the expression.
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
            return false; // The partition is the one part that may not be empty.
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

    /** First anything but a slash, then anything but line terminators; counted in code points. */
    private static boolean isResource(String text, int start) {
        int length = text.codePointCount(start, text.length());
        if (length == 0 || length > MAX_RESOURCE_LENGTH || text.charAt(start) == '/') {
            return false;
        }
        for (int i = text.offsetByCodePoints(start, 1); i < text.length(); i++) {
            if (endsLine(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The characters that a dot does not match in expressions of the JDK. */
    private static boolean endsLine(char character) {
        return character == '\n'
                || character == '\r'
                || character == '\u0085'
                || character == '\u2028'
                || character == '\u2029';
    }
}
