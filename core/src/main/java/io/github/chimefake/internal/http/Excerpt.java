package io.github.chimefake.internal.http;

import io.github.chimefake.internal.text.Shortened;

/** Shortens received text so that it fits into a message. */
public final class Excerpt {
    private static final int LENGTH = 200;

    private Excerpt() {}

    /** Returns the text, or its beginning and its length if it is long. */
    public static String of(String text) {
        int length = text.codePointCount(0, text.length());
        return Shortened.of(text, LENGTH) + (length <= LENGTH ? "" : " (" + length + " characters)");
    }
}
