package io.github.chimefake.internal.protocol;

/** Cuts what was received down to what fits into a message. */
final class Excerpt {
    private static final int LENGTH = 200;

    private Excerpt() {}

    /** The text, or its beginning and its length if it is long. */
    static String of(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LENGTH)) + "… (" + length + " characters)";
    }
}
