package io.github.chimefake.internal.http;

/** Shortens received text so that it fits into a message. */
public final class Excerpt {
    private static final int LENGTH = 200;

    private Excerpt() {}

    /** Returns the text, or its beginning and its length if it is long. */
    public static String of(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LENGTH)) + "… (" + length + " characters)";
    }
}
