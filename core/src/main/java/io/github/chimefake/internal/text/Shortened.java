package io.github.chimefake.internal.text;

/** Shortens texts, without cutting a character in half. */
public final class Shortened {
    private Shortened() {}

    /** Returns the text, or its beginning and an ellipsis if it has more characters. */
    public static String of(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters)) + "…";
    }
}
