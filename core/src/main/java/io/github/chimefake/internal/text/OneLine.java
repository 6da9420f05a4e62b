package io.github.chimefake.internal.text;

import java.util.regex.Pattern;

/** Writes texts on one line of a terminal. */
public final class OneLine {
    /** White space, control characters, and those that reverse the direction of what follows. */
    private static final Pattern OBEYED_BY_TERMINALS =
            Pattern.compile("[\\s\\u0000-\\u001F\\u007F-\\u009F\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]+");

    private OneLine() {}

    /** Returns the text with a space in place of line breaks, and of all other characters that a terminal obeys. */
    public static String of(String text) {
        return OBEYED_BY_TERMINALS.matcher(text).replaceAll(" ");
    }
}
